using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Drafting;

namespace Workflow.Directives.Recipients;

/// <summary>
/// The units a clerk last agreed that a submitted document goes to. The directory may change between then and the issue; what it would
/// add or take away is shown as a difference and sent to nobody until a clerk agrees again.
/// </summary>
public sealed class AgreedList
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>For which directive; one list each.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>The units, in the order of the printed lines.</summary>
    public List<AgreedUnit> Units { get; init; } = [];

    /// <summary>Who agreed: the drafter by submitting, or the registry.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTime At { get; init; }
}

/// <summary>One unit of an agreed list.</summary>
public sealed class AgreedUnit
{
    /// <summary>The unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Its name on the day of agreeing.</summary>
    public required string UnitName { get; init; }
}

internal sealed class AgreedListTable : IEntityTypeConfiguration<AgreedList>
{
    public void Configure(EntityTypeBuilder<AgreedList> builder)
    {
        builder.ToTable("AgreedLists");
        builder.HasIndex(list => list.DirectiveId).IsUnique();
        builder.HasOne<Directive>().WithMany().HasForeignKey(list => list.DirectiveId);
        builder.OwnsMany(list => list.Units, units => units.ToJson());
    }
}
