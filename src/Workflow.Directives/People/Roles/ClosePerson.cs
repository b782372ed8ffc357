using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.People.Roles;

/// <summary>An administrator closes somebody's account, at once and with everything that was signed in with it, or opens it again.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class ClosePerson(WorkflowDb db, TimeProvider time)
{
    /// <summary>Closes or opens.</summary>
    /// <param name="actor">An administrator; not the person himself.</param>
    /// <param name="personId">Whose account.</param>
    /// <param name="open">True to open it again.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Person>> RunAsync(Actor actor, Guid personId, bool open, CancellationToken ct) => db.OnceAsync<Person>(async () =>
    {
        if (actor.Refuse(Right.ProposeRole) is { } never)
        {
            return never;
        }

        if (await db.Set<Person>().SingleOrDefaultAsync(one => one.Id == personId, ct) is not { } person)
        {
            return Refusals.NotVisible;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (person.Id == actor.PersonId)
        {
            return RoleRefusals.Own;
        }

        if (person.DisabledAt is null == open)
        {
            return RoleRefusals.Nothing;
        }

        if (!open && await db.IsLastAdministratorAsync(person.Id, WorkingCalendar.LocalDate(now), ct))
        {
            return RoleRefusals.LastAdministrator;
        }

        person.DisabledAt = open ? null : now;
        db.Record(now, actor, nameof(Role.Administrator), open ? "person.opened" : "person.closed", null, null, person.FullName);
        await db.SaveChangesAsync(ct);
        return person;
    });
}
