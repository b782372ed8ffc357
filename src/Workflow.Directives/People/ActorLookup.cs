using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People.Delegations;

namespace Workflow.Directives.People;

/// <summary>Turns a person into an actor with the roles of this moment.</summary>
public static class ActorLookup
{
    /// <summary>The actor, or null when there is no such open account.</summary>
    /// <param name="db">The store.</param>
    /// <param name="personId">The person.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Actor?> FindActorAsync(this WorkflowDb db, Guid personId, DateTime now, CancellationToken ct)
    {
        var person = await db.Set<Person>().AsNoTracking().Include(one => one.Grants)
            .SingleOrDefaultAsync(one => one.Id == personId && one.DisabledAt == null, ct);
        var today = WorkingCalendar.LocalDate(now);
        if (person is null)
        {
            return null;
        }

        var mandates = await db.MandatesOfAsync(personId, today, ct);
        return new Actor(
            person.Id,
            person.FullName,
            person.UnitId,
            person.Grants.Where(grant => grant.HeldOn(today)).Select(grant => grant.Role).ToHashSet())
        {
            Mandates = [.. mandates.Where(one => one.Held).Select(one => one.Mandate)],
            EndedMandates = [.. mandates.Where(one => !one.Held).Select(one => one.Mandate)],
        };
    }
}
