using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.People.Roles;

/// <summary>That a person gets or loses a role: at once, or for leaders' roles when a second person agreed.</summary>
public sealed class RoleChange
{
    /// <summary>Roles that decide and sign; to give or take one needs two people.</summary>
    public static IReadOnlyList<Role> LeadersRoles { get; } = [Role.ChiefOfOffice, Role.DeputySecretary, Role.Secretary];

    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose role.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>True when the role is taken away; false when it is given.</summary>
    public required bool Ends { get; init; }

    /// <summary>Last day of a role that is given, Asia/Ho_Chi_Minh; null without end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The decision it follows, e.g. <c>Quyết định số 31-QĐ/TU</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Which administrator proposed it.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime ProposedAt { get; init; }

    /// <summary>Who agreed or declined; null while it waits, or where nobody had to.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>When it took effect, UTC; null while it waits.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>When it was declined, UTC; null while not.</summary>
    public DateTime? DeclinedAt { get; set; }
}

internal sealed class RoleChangeTable : IEntityTypeConfiguration<RoleChange>
{
    public void Configure(EntityTypeBuilder<RoleChange> builder)
    {
        builder.ToTable("RoleChanges");

        // One change of one role waits at a time.
        builder.HasIndex(change => new { change.PersonId, change.Role }).IsUnique().HasFilter("\"DoneAt\" IS NULL AND \"DeclinedAt\" IS NULL");
    }
}
