using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.People;

namespace Workflow.Directives.Approval;

/// <summary>A reviewer's yes to one exact content.</summary>
public sealed class Approval
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of which directive.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>The work item it completes; one decision each.</summary>
    public required Guid WorkItemId { get; init; }

    /// <summary>Step of the way, e.g. <c>unit-head</c>, <c>form</c>, <c>chief</c>.</summary>
    public required string Step { get; init; }

    /// <summary>Who approved.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>In whose stead, by a delegation; null in his own right.</summary>
    public Guid? ActingFor { get; init; }

    /// <summary>In which role.</summary>
    public required Role Capacity { get; init; }

    /// <summary>Revision approved.</summary>
    public required int RevisionNo { get; init; }

    /// <summary>Content hash approved.</summary>
    public required string ContentHash { get; init; }

    /// <summary>A remark, or null.</summary>
    public string? Note { get; init; }

    /// <summary>When.</summary>
    public required DateTime At { get; init; }

    /// <summary>When the directive went back and this approval stopped counting (NĐ 30/2020 art. 11.2); null while it counts.</summary>
    public DateTime? VoidedAt { get; set; }
}

/// <summary>A document sent back to its drafter.</summary>
public sealed class Return
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of which directive.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>The work item it completes.</summary>
    public required Guid WorkItemId { get; init; }

    /// <summary>Step it was returned from.</summary>
    public required string Step { get; init; }

    /// <summary>Who returned it; the drafter, when the text was taken back to be changed.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Revision returned.</summary>
    public required int RevisionNo { get; init; }

    /// <summary>When.</summary>
    public required DateTime At { get; init; }
}

internal sealed class ApprovalTables : IEntityTypeConfiguration<Approval>, IEntityTypeConfiguration<Return>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.ToTable("Approvals");
        builder.HasIndex(approval => approval.WorkItemId).IsUnique();
        builder.HasIndex(approval => approval.DirectiveId);
    }

    public void Configure(EntityTypeBuilder<Return> builder)
    {
        builder.ToTable("Returns");
        builder.HasIndex(@return => @return.WorkItemId).IsUnique();
        builder.HasIndex(@return => @return.DirectiveId);
    }
}
