using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.People.Roles;

/// <summary>The Chief of Office agrees to a proposed change of a leader's role, or declines it.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class DecideRole(WorkflowDb db, TimeProvider time)
{
    /// <summary>Decides.</summary>
    /// <param name="actor">The Chief of Office; neither the proposer nor the person himself.</param>
    /// <param name="changeId">Which proposal.</param>
    /// <param name="agree">True to carry it out.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RoleChange>> RunAsync(Actor actor, Guid changeId, bool agree, CancellationToken ct) => db.OnceAsync<RoleChange>(async () =>
    {
        if (actor.Refuse(Right.ApproveRole) is { } never)
        {
            return never;
        }

        if (await db.Set<RoleChange>().SingleOrDefaultAsync(one => one.Id == changeId, ct) is not { } change)
        {
            return Refusals.NotVisible;
        }

        if (change.DoneAt is not null || change.DeclinedAt is not null)
        {
            return RoleRefusals.Nothing;
        }

        if (change.PersonId == actor.PersonId || change.ProposedBy == actor.PersonId)
        {
            return RoleRefusals.Own;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var person = await db.Set<Person>().Include(one => one.Grants).SingleAsync(one => one.Id == change.PersonId, ct);
        change.DecidedBy = actor.PersonId;
        if (agree)
        {
            ChangeRole.CarryOut(db, change, person, now);
        }
        else
        {
            change.DeclinedAt = now;
        }

        var act = !agree ? "role.declined" : change.Ends ? "role.taken" : "role.given";
        db.Record(now, actor, nameof(Role.ChiefOfOffice), act, null, null, $"{person.FullName}: {change.Role}, {change.Reason}");
        await db.SaveChangesAsync(ct);
        return change;
    });
}
