using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;

namespace Workflow.Directives.People.Roles;

/// <summary>Sees that somebody can always administer.</summary>
internal static class Administrators
{
    /// <summary>Whether nobody else with an open account is an administrator on a day.</summary>
    public static async Task<bool> IsLastAdministratorAsync(this WorkflowDb db, Guid personId, DateOnly day, CancellationToken ct)
    {
        var administrators = db.Set<RoleGrant>()
            .Where(grant => grant.Role == Role.Administrator && grant.From <= day && (grant.Until == null || grant.Until >= day)
                && db.Set<Person>().Any(person => person.Id == grant.PersonId && person.DisabledAt == null))
            .Select(grant => grant.PersonId);
        return await administrators.ContainsAsync(personId, ct) && !await administrators.AnyAsync(other => other != personId, ct);
    }
}
