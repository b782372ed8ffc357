using Workflow.Directives.People.Rights;

namespace Workflow.Directives.People;

/// <summary>Who is acting. Passed to every use case; there is no ambient user.</summary>
/// <param name="PersonId">The person, or null for the system's own acts (timers, dispatch).</param>
/// <param name="Name">Full name as shown in the history.</param>
/// <param name="UnitId">The unit the person belongs to, or null.</param>
/// <param name="Roles">Roles held at this moment.</param>
public sealed record Actor(Guid? PersonId, string Name, Guid? UnitId, IReadOnlySet<Role> Roles)
{
    /// <summary>The system itself, for acts that no person performs.</summary>
    public static Actor System { get; } = new(null, "Hệ thống", null, new HashSet<Role>());

    /// <summary>Authorities that others delegated to the actor and that hold now.</summary>
    public IReadOnlyList<Mandate> Mandates { get; init; } = [];

    /// <summary>Authorities that were delegated to the actor and hold no longer.</summary>
    public IReadOnlyList<Mandate> EndedMandates { get; init; } = [];

    /// <summary>Whether he works in the office that issues; a receiving unit reads its own copies only.</summary>
    public bool WorksInOffice => RightsTable.Current.EverAllows(this, Right.SeeBoard);

    /// <summary>The delegation the actor makes use of in this act; null when he acts in his own right.</summary>
    public Mandate? ActingFor { get; init; }

    /// <summary>The actor and whoever he acts for: what one of them did, both did.</summary>
    public IEnumerable<Guid> Selves => new[] { PersonId, ActingFor?.Principal }.OfType<Guid>();

    /// <summary>Whether the actor holds the role now.</summary>
    /// <param name="role">The role.</param>
    public bool Holds(Role role) => Roles.Contains(role);
}
