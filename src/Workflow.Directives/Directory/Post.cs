using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Directory;

/// <summary>
/// An office that persons hold over time ("Bí thư Tỉnh ủy", "Tỉnh ủy viên"). A line that names it means whoever holds it on the day.
/// The holders are units of kind <see cref="UnitKind.Person"/>, which carry the mailboxes.
/// </summary>
public sealed class Post
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>Unique, stable code in capitals, e.g. <c>BTTU</c>. At most 40 characters.</summary>
    public required string Code { get; init; }

    /// <summary>The name as printed, NFC. At most 200 characters.</summary>
    public required string Name { get; set; }

    /// <summary>First day the post exists.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day the post exists, that day included; null without end.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Other ways the post is written.</summary>
    public List<PostAlias> Aliases { get; } = [];

    /// <summary>Who held and holds it.</summary>
    public List<PostHolder> Holders { get; } = [];

    /// <summary>Whether the post exists on the day.</summary>
    /// <param name="at">A day in Vietnam.</param>
    public bool ExistsOn(DateOnly at) => ValidFrom <= at && (ValidUntil is null || at <= ValidUntil);
}

/// <summary>Another way a post is written.</summary>
public sealed class PostAlias
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The post meant.</summary>
    public Guid PostId { get; init; }

    /// <summary>The text as people write it; folded like <see cref="UnitAlias.Text"/> when it is compared.</summary>
    public required string Text { get; set; }
}

/// <summary>A person in a post from a day until a day.</summary>
public sealed class PostHolder
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The post.</summary>
    public Guid PostId { get; init; }

    /// <summary>The person, a unit of kind <see cref="UnitKind.Person"/>.</summary>
    public Guid UnitId { get; init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day, that day included; null while it goes on.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whether the person holds the post on the day.</summary>
    /// <param name="at">A day in Vietnam.</param>
    public bool HoldsOn(DateOnly at) => From <= at && (Until is null || at <= Until);
}

/// <summary>A post whose holders belong to a group.</summary>
public sealed class UnitGroupPost
{
    /// <summary>The group.</summary>
    public Guid GroupId { get; init; }

    /// <summary>The post.</summary>
    public Guid PostId { get; init; }
}

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Posts");
        builder.HasIndex(post => post.Code).IsUnique();
        builder.Property(post => post.Code).HasMaxLength(40);
        builder.Property(post => post.Name).HasMaxLength(200);
        builder.HasMany(post => post.Aliases).WithOne().HasForeignKey(alias => alias.PostId);
        builder.HasMany(post => post.Holders).WithOne().HasForeignKey(holder => holder.PostId);
    }
}

internal sealed class PostAliasMapping : IEntityTypeConfiguration<PostAlias>
{
    public void Configure(EntityTypeBuilder<PostAlias> builder)
    {
        builder.ToTable("PostAliases");
        builder.Property(alias => alias.Id).ValueGeneratedNever();
        builder.Property(alias => alias.Text).HasMaxLength(200);
    }
}

internal sealed class PostHolderMapping : IEntityTypeConfiguration<PostHolder>
{
    public void Configure(EntityTypeBuilder<PostHolder> builder)
    {
        builder.ToTable("PostHolders");
        builder.Property(holder => holder.Id).ValueGeneratedNever();
        builder.HasIndex(holder => new { holder.PostId, holder.UnitId, holder.From }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(holder => holder.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnitGroupPostMapping : IEntityTypeConfiguration<UnitGroupPost>
{
    public void Configure(EntityTypeBuilder<UnitGroupPost> builder)
    {
        builder.ToTable("UnitGroupPosts");
        builder.HasKey(post => new { post.GroupId, post.PostId });
        builder.HasOne<Post>().WithMany().HasForeignKey(post => post.PostId).OnDelete(DeleteBehavior.Restrict);
    }
}
