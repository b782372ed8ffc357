using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.FollowUp;

/// <summary>The end of follow-up: the directive is archived.</summary>
public sealed class Closure
{
    /// <summary>Key: the directive.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>Who closed it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Closing remark, or null.</summary>
    public string? Note { get; init; }

    /// <summary>When.</summary>
    public required DateTime At { get; init; }
}

internal sealed class ClosureTable : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> builder)
    {
        builder.ToTable("Closures");
        builder.HasKey(closure => closure.DirectiveId);
    }
}
