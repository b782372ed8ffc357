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

    /// <summary>Whether the actor holds the role now.</summary>
    /// <param name="role">The role.</param>
    public bool Holds(Role role) => Roles.Contains(role);
}
