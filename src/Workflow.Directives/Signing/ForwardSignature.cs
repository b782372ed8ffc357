using Workflow.Directives.Approval;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;

namespace Workflow.Directives.Signing;

/// <summary>A signer passes the document to another who has the same authority (Chuyển).</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class ForwardSignature(WorkflowDb db, TimeProvider time)
{
    /// <summary>To whom.</summary>
    /// <param name="WorkItemId">The task.</param>
    /// <param name="ToPersonId">Who shall sign instead.</param>
    public sealed record Command(Guid WorkItemId, Guid ToPersonId);

    /// <summary>Passes the task on; the document stays at the same step.</summary>
    /// <param name="actor">The signer it was with.</param>
    /// <param name="command">To whom.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<WorkItem>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<WorkItem>(async () =>
    {
        var taken = await db.TakeAsync(actor, command.WorkItemId, [SignStep.Kind], (_, _) => Right.ForwardSignature, null, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var work = taken.Value;
        actor = work.Actor;
        var now = time.GetUtcNow().UtcDateTime;
        if (await db.FindActorAsync(command.ToPersonId, now, ct) is not { } other
            || other.PersonId == actor.PersonId
            || !SignStep.RolesFor(work.Directive.Authority).Any(other.Holds)
            || await Separation.CheckAsync(db, work.Directive, other, ct) is not null)
        {
            return SigningRefusals.CannotForward;
        }

        work.Item.PersonId = other.PersonId;
        work.Directive.SignerId = other.PersonId;
        work.Directive.ChangedAt = now;
        db.Record(now, actor, work.Capacity.ToString(), "signature.forwarded", work.Directive.Id, work.Revision.ContentHash, other.Name);
        await db.SaveChangesAsync(ct);
        return work.Item;
    });
}
