using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;

namespace Workflow.Directives.Recall;

/// <summary>
/// An issued document taken back (NĐ 30/2020 art. 18.4): proposed by one person, decided by another with the authority. The document, its
/// number and every receipt stay; what changes is that it no longer stands, and that every unit is told.
/// </summary>
public sealed class Recall
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The directive; at most one recall that was not declined.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The directive issued in its place, or null.</summary>
    public Guid? ReplacedBy { get; init; }

    /// <summary>Who proposed it.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>When it was proposed.</summary>
    public required DateTime ProposedAt { get; init; }

    /// <summary>Who decided; null while it waits.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>When it was agreed to: from here on the document is recalled.</summary>
    public DateTime? AgreedAt { get; set; }

    /// <summary>When it was declined.</summary>
    public DateTime? DeclinedAt { get; set; }
}

/// <summary>What a unit answers to a recall (status codes of inter-office exchange, QĐ 28/2018 practice).</summary>
public enum RecallStance
{
    /// <summary>15 Đồng ý: the unit has cancelled its copy.</summary>
    Agreed,

    /// <summary>16 Từ chối, with a reason.</summary>
    Refused,
}

/// <summary>A unit's answer to a recall; the first is kept.</summary>
public sealed class RecallAnswer
{
    /// <summary>Key: the unit's copy.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>The answer.</summary>
    public required RecallStance Stance { get; init; }

    /// <summary>Name as typed.</summary>
    public required string Name { get; init; }

    /// <summary>Position as typed.</summary>
    public required string Position { get; init; }

    /// <summary>Reason; required to refuse.</summary>
    public string? Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Signed-in person; null by link.</summary>
    public Guid? PersonId { get; init; }
}

internal sealed class RecallTables : IEntityTypeConfiguration<Recall>, IEntityTypeConfiguration<RecallAnswer>
{
    public void Configure(EntityTypeBuilder<Recall> builder)
    {
        builder.ToTable("Recalls");
        builder.HasIndex(recall => recall.DirectiveId).IsUnique().HasFilter("\"DeclinedAt\" IS NULL");
        builder.HasOne<Directive>().WithMany().HasForeignKey(recall => recall.DirectiveId);
    }

    public void Configure(EntityTypeBuilder<RecallAnswer> builder)
    {
        builder.ToTable("RecallAnswers");
        builder.HasKey(answer => answer.DeliveryId);
        builder.HasOne<Delivery>().WithOne().HasForeignKey<RecallAnswer>(answer => answer.DeliveryId);
    }
}
