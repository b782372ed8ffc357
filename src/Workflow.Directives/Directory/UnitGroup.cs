using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Directory;

/// <summary>
/// A category of recipients as lists name it ("Các sở, ban, ngành"): every unit that one of <see cref="Rules"/> takes in, every listed member
/// and every holder of one of its <see cref="Posts"/>, but no excepted one. Who is in it is asked for a day; units that do not exist on that day are not in it.
/// </summary>
public sealed class UnitGroup
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The name as printed, unique. Matched in lists like an alias.</summary>
    public required string Name { get; set; }

    /// <summary>First day the group may be used.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day the group may be used, that day included; null without end.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Other ways the group is written.</summary>
    public List<UnitGroupAlias> Aliases { get; } = [];

    /// <summary>What takes a unit in; a unit is in when any rule fits.</summary>
    public List<UnitGroupRule> Rules { get; } = [];

    /// <summary>Units named one by one: taken in, or left out although a rule fits.</summary>
    public List<UnitGroupMember> Members { get; } = [];

    /// <summary>Posts whose holders belong to the group, each while he holds the post.</summary>
    public List<UnitGroupPost> Posts { get; } = [];

    /// <summary>Whether the group may be used on the day.</summary>
    /// <param name="at">A day in Vietnam.</param>
    public bool ExistsOn(DateOnly at) => ValidFrom <= at && (ValidUntil is null || at <= ValidUntil);

    /// <summary>Whether a rule takes the unit in or it is listed, whatever the day; holders of posts are not asked for here.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="isUnder">Whether a unit is under another, at any depth.</param>
    public bool TakesIn(Unit unit, Func<Unit, Guid, bool> isUnder)
    {
        if (Members.Find(member => member.UnitId == unit.Id) is { } named)
        {
            return !named.Excepted;
        }

        return unit.Kind != UnitKind.Section && Rules.Exists(rule => rule.Fits(unit, isUnder));
    }
}

/// <summary>Another way a group is written.</summary>
public sealed class UnitGroupAlias
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The group meant.</summary>
    public Guid GroupId { get; init; }

    /// <summary>The text as people write it; folded like <see cref="UnitAlias.Text"/> when it is compared.</summary>
    public required string Text { get; set; }
}

/// <summary>Takes in every unit that fits all of what is set. At least one thing is set, so no rule takes in everybody.</summary>
public sealed class UnitGroupRule
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The group the rule is of.</summary>
    public Guid GroupId { get; init; }

    /// <summary>Only this kind; null takes any.</summary>
    public UnitKind? Kind { get; set; }

    /// <summary>Only this kind of territory; null takes any.</summary>
    public AreaKind? AreaKind { get; set; }

    /// <summary>Only this system; null takes any.</summary>
    public UnitSystem? System { get; set; }

    /// <summary>Only this level; null takes any.</summary>
    public UnitLevel? Level { get; set; }

    /// <summary>Only units under this one, at any depth; null takes any.</summary>
    public Guid? UnderId { get; set; }

    /// <summary>Whether the rule takes the unit in.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="isUnder">Whether a unit is under another, at any depth.</param>
    public bool Fits(Unit unit, Func<Unit, Guid, bool> isUnder) =>
        (Kind is null || unit.Kind == Kind)
        && (AreaKind is null || unit.AreaKind == AreaKind)
        && (System is null || unit.System == System)
        && (Level is null || unit.Kind.Level() == Level)
        && (UnderId is null || isUnder(unit, UnderId.Value));
}

/// <summary>A unit named in a group.</summary>
public sealed class UnitGroupMember
{
    /// <summary>The group.</summary>
    public Guid GroupId { get; init; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; init; }

    /// <summary>True leaves the unit out although a rule fits; false takes it in.</summary>
    public bool Excepted { get; set; }
}

internal sealed class UnitGroupMapping : IEntityTypeConfiguration<UnitGroup>
{
    public void Configure(EntityTypeBuilder<UnitGroup> builder)
    {
        builder.ToTable("UnitGroups");
        builder.HasIndex(group => group.Name).IsUnique();
        builder.Property(group => group.Name).HasMaxLength(200);
        builder.HasMany(group => group.Aliases).WithOne().HasForeignKey(alias => alias.GroupId);
        builder.HasMany(group => group.Rules).WithOne().HasForeignKey(rule => rule.GroupId);
        builder.HasMany(group => group.Members).WithOne().HasForeignKey(member => member.GroupId);
        builder.HasMany(group => group.Posts).WithOne().HasForeignKey(post => post.GroupId);
    }
}

internal sealed class UnitGroupAliasMapping : IEntityTypeConfiguration<UnitGroupAlias>
{
    public void Configure(EntityTypeBuilder<UnitGroupAlias> builder)
    {
        builder.ToTable("UnitGroupAliases");
        builder.Property(alias => alias.Id).ValueGeneratedNever();
        builder.Property(alias => alias.Text).HasMaxLength(200);
    }
}

internal sealed class UnitGroupRuleMapping : IEntityTypeConfiguration<UnitGroupRule>
{
    public void Configure(EntityTypeBuilder<UnitGroupRule> builder)
    {
        builder.ToTable("UnitGroupRules");
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.HasOne<Unit>().WithMany().HasForeignKey(rule => rule.UnderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnitGroupMemberMapping : IEntityTypeConfiguration<UnitGroupMember>
{
    public void Configure(EntityTypeBuilder<UnitGroupMember> builder)
    {
        builder.ToTable("UnitGroupMembers");
        builder.HasKey(member => new { member.GroupId, member.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(member => member.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
