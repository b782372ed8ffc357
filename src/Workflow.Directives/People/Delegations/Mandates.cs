using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;

namespace Workflow.Directives.People.Delegations;

/// <summary>Finds what was delegated to somebody.</summary>
internal static class Mandates
{
    /// <summary>The delegations to a person that have begun, each with whether it holds: not ended, and its principal still has the role himself.</summary>
    public static async Task<IReadOnlyList<(Mandate Mandate, bool Held)>> MandatesOfAsync(
        this WorkflowDb db, Guid personId, DateOnly day, CancellationToken ct)
    {
        var found = await (
            from one in db.Set<Delegation>().AsNoTracking()
            where one.DelegateId == personId && one.From <= day
            join principal in db.Set<Person>() on one.PrincipalId equals principal.Id
            select new { one, principal, principal.Grants }).ToListAsync(ct);
        return
        [
            .. found.Select(row => (
                new Mandate(
                    row.one.Id, row.principal.Id, row.principal.FullName, row.principal.UnitId, row.one.Role, row.one.Form,
                    row.one.Types.Split(',', StringSplitOptions.RemoveEmptyEntries), row.one.Basis),
                row.one.HeldOn(day) && row.principal.DisabledAt is null && row.Grants.Exists(grant => grant.Role == row.one.Role && grant.HeldOn(day)))),
        ];
    }
}
