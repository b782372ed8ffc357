using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.People.Delegations;

/// <summary>Takes a delegation back before its last day; what was passed on from it ends with it.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class EndDelegation(WorkflowDb db, TimeProvider time)
{
    /// <summary>Ends it at once.</summary>
    /// <param name="actor">Who gave it, or whose authority it is.</param>
    /// <param name="delegationId">Which.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Delegation>> RunAsync(Actor actor, Guid delegationId, CancellationToken ct) => db.OnceAsync<Delegation>(async () =>
    {
        if (actor.Refuse(Right.Delegate, Relation.Own) is { } never)
        {
            return never;
        }

        var delegation = await db.Set<Delegation>().SingleOrDefaultAsync(
            one => one.Id == delegationId && (one.GivenBy == actor.PersonId || one.PrincipalId == actor.PersonId), ct);
        if (delegation is null)
        {
            return Refusals.NotVisible;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (delegation.RevokedAt is not null || delegation.Until < WorkingCalendar.LocalDate(now))
        {
            return DelegationRefusals.AlreadyEnded;
        }

        delegation.RevokedAt = now;
        foreach (var passedOn in await db.Set<Delegation>().Where(one => one.PassedOnFrom == delegationId && one.RevokedAt == null).ToListAsync(ct))
        {
            passedOn.RevokedAt = now;
        }

        db.Record(now, actor, delegation.Role.ToString(), "delegation.ended", null, null, delegation.Basis);
        await db.SaveChangesAsync(ct);
        return delegation;
    });
}
