using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Directory;

/// <summary>A body or person that can stand on "Nơi nhận", with the days it existed and who took over from it.</summary>
public sealed class Unit
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Unique, stable code in capitals, e.g. <c>DU-XA-0101</c>. At most 40 characters.</summary>
    public required string Code { get; init; }

    /// <summary>Full Vietnamese name as printed, NFC. At most 200 characters.</summary>
    public required string Name { get; set; }

    /// <summary>Short form in common use, or null. Matched like <see cref="Name"/>.</summary>
    public string? ShortName { get; set; }

    /// <summary>What the unit is.</summary>
    public UnitKind Kind { get; set; }

    /// <summary>The kind of territory, for the committees of a territory; otherwise null.</summary>
    public AreaKind? AreaKind { get; set; }

    /// <summary>The branch of the political system.</summary>
    public UnitSystem System { get; set; }

    /// <summary>The unit this one is under, or null.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>First day of existence.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day of existence, that day included; null while the unit lives.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Other ways the unit is written in recipient lists.</summary>
    public List<UnitAlias> Aliases { get; } = [];

    /// <summary>The units that took over; empty while the unit lives or when nobody did.</summary>
    public List<UnitSuccessor> Successors { get; } = [];

    /// <summary>Who receives for the unit, first contact first by <see cref="UnitContact.Order"/>.</summary>
    public List<UnitContact> Contacts { get; } = [];

    /// <summary>Whether the unit exists on the day.</summary>
    /// <param name="at">A day in Vietnam.</param>
    public bool LivesOn(DateOnly at) => ValidFrom <= at && (ValidUntil is null || at <= ValidUntil);
}

/// <summary>Another way a unit is written.</summary>
public sealed class UnitAlias
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The unit meant.</summary>
    public Guid UnitId { get; init; }

    /// <summary>The text as people write it; case, tone-mark place and abbreviations are folded when it is compared.</summary>
    public required string Text { get; set; }
}

/// <summary>One unit that took over from another.</summary>
public sealed class UnitSuccessor
{
    /// <summary>The unit that ended.</summary>
    public Guid UnitId { get; init; }

    /// <summary>A unit that took over.</summary>
    public Guid SuccessorId { get; init; }
}

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("Units");
        builder.HasIndex(unit => unit.Code).IsUnique();
        builder.Property(unit => unit.Code).HasMaxLength(40);
        builder.Property(unit => unit.Name).HasMaxLength(200);
        builder.Property(unit => unit.ShortName).HasMaxLength(100);
        builder.HasOne<Unit>().WithMany().HasForeignKey(unit => unit.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(unit => unit.Aliases).WithOne().HasForeignKey(alias => alias.UnitId);
        builder.HasMany(unit => unit.Contacts).WithOne().HasForeignKey(contact => contact.UnitId);
        builder.HasMany(unit => unit.Successors).WithOne().HasForeignKey(successor => successor.UnitId);
    }
}

internal sealed class UnitAliasMapping : IEntityTypeConfiguration<UnitAlias>
{
    public void Configure(EntityTypeBuilder<UnitAlias> builder)
    {
        builder.ToTable("UnitAliases");
        builder.Property(alias => alias.Id).ValueGeneratedNever();
        builder.Property(alias => alias.Text).HasMaxLength(200);
    }
}

internal sealed class UnitSuccessorMapping : IEntityTypeConfiguration<UnitSuccessor>
{
    public void Configure(EntityTypeBuilder<UnitSuccessor> builder)
    {
        builder.ToTable("UnitSuccessors");
        builder.HasKey(successor => new { successor.UnitId, successor.SuccessorId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(successor => successor.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}
