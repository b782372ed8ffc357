using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Recipients;

/// <summary>
/// A clerk's word on what a doubtful line of "Nơi nhận" means: these units besides what was understood, or nobody, with a reason.
/// It holds while the line stays as printed.
/// </summary>
public sealed class RecipientSettlement
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>For which directive.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>The line as printed.</summary>
    public required string LineText { get; init; }

    /// <summary>Units it means; empty when the line means nobody.</summary>
    public required List<Guid> UnitIds { get; init; }

    /// <summary>Why it means nobody; null when there are units.</summary>
    public string? Reason { get; init; }

    /// <summary>Who settled it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTime At { get; init; }
}

internal sealed class RecipientSettlementTable : IEntityTypeConfiguration<RecipientSettlement>
{
    public void Configure(EntityTypeBuilder<RecipientSettlement> builder)
    {
        builder.ToTable("RecipientSettlements");
        builder.HasIndex(settlement => new { settlement.DirectiveId, settlement.LineText }).IsUnique();
    }
}
