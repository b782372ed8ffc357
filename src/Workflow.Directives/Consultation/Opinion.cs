using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Consultation;

/// <summary>What a consulted person thinks.</summary>
public enum Stance
{
    /// <summary>Nhất trí.</summary>
    Agree,

    /// <summary>Nhất trí, có bổ sung.</summary>
    AgreeWithChanges,

    /// <summary>Không nhất trí.</summary>
    Disagree,
}

/// <summary>An answer to a consultation. It never blocks; each person answers once per round.</summary>
public sealed class Opinion
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>About which directive.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>The work item it answers; one opinion each.</summary>
    public required Guid WorkItemId { get; init; }

    /// <summary>Whose opinion.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>For, for with changes, or against.</summary>
    public required Stance Stance { get; init; }

    /// <summary>In words; null when plainly agreed.</summary>
    public string? Text { get; init; }

    /// <summary>Revision read.</summary>
    public required int RevisionNo { get; init; }

    /// <summary>Content hash read.</summary>
    public required string ContentHash { get; init; }

    /// <summary>When.</summary>
    public required DateTime At { get; init; }
}

internal sealed class OpinionTable : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.ToTable("Opinions");
        builder.HasIndex(opinion => opinion.WorkItemId).IsUnique();
        builder.HasIndex(opinion => opinion.DirectiveId);
    }
}
