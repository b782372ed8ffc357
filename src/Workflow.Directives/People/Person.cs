using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.People;

/// <summary>Somebody who can sign in.</summary>
public sealed class Person
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Full name, without title or rank.</summary>
    public required string FullName { get; set; }

    /// <summary>E-mail address, unique.</summary>
    public required string Email { get; set; }

    /// <summary>Unit the person belongs to.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Position in Vietnamese, as shown beside the name.</summary>
    public required string Position { get; set; }

    /// <summary>Position in English.</summary>
    public required string PositionEnglish { get; set; }

    /// <summary>Position as printed under a signature, e.g. Q. BÍ THƯ or PHÓ CHÁNH VĂN PHÒNG; null: the one of the role.</summary>
    public string? SignsAs { get; set; }

    /// <summary>When the account was disabled; null while it is open.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Roles held, each over a time.</summary>
    public List<RoleGrant> Grants { get; init; } = [];
}

/// <summary>A role held by a person from a day until a day.</summary>
public sealed class RoleGrant
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who holds the role.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>First day, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, or null while it goes on.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whether the role is held on a day.</summary>
    /// <param name="day">The day, Asia/Ho_Chi_Minh.</param>
    public bool HeldOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>A person's key for the API. Only its hash is kept.</summary>
public sealed class ApiToken
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose token it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>First characters of the token, by which its owner recognises it.</summary>
    public required string Prefix { get; init; }

    /// <summary>What may be done with it.</summary>
    public required TokenScope Scope { get; init; }

    /// <summary>Last day it was used, Asia/Ho_Chi_Minh; null while it was not.</summary>
    public DateOnly? LastUsedOn { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it stops working.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was revoked; null while it works.</summary>
    public DateTime? RevokedAt { get; set; }
}

/// <summary>What may be done with an API token.</summary>
public enum TokenScope
{
    /// <summary>Everything its person may do.</summary>
    Act,

    /// <summary>Reading what its person may read.</summary>
    Read,
}

internal sealed class PeopleTables :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<RoleGrant>, IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.HasIndex(person => person.Email).IsUnique();
        builder.HasMany(person => person.Grants).WithOne().HasForeignKey(grant => grant.PersonId);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder) => builder.ToTable("RoleGrants");

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiTokens");
        builder.HasIndex(token => token.Hash).IsUnique();
    }
}
