using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Approval;

/// <summary>The one way back to the drafter: the workflow follows its Returned connection and every approval stops counting.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class Returning(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    internal async Task<Refusal?> ToDrafterAsync(OpenWork work, Role capacity, string reason, CancellationToken ct)
    {
        var (actor, now) = (work.Actor, time.GetUtcNow().UtcDateTime);
        var step = await runtime.ResumeAsync(
            work.Instance, new Stimulus(work.Item.BookmarkId, ApproveStep.Returned, actor.PersonId?.ToString()), actor, ct);
        if (!step.Done)
        {
            return step.Refusal;
        }

        work.Complete(ApproveStep.Returned, now);
        work.Directive.State = DirectiveState.Returned;
        db.Add(new Return
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = work.Directive.Id,
            WorkItemId = work.Item.Id,
            Step = work.Item.Step,
            PersonId = actor.PersonId!.Value,
            Reason = reason,
            RevisionNo = work.Directive.RevisionNo,
            At = now,
        });
        await VoidDecisionsAsync(work.Directive, now, ct);
        db.Record(now, actor, capacity.ToString(), "approval.returned", work.Directive.Id, work.Revision.ContentHash, reason);
        return null;
    }

    private async Task VoidDecisionsAsync(Directive directive, DateTime now, CancellationToken ct)
    {
        foreach (var approval in await db.Set<Approval>().Where(one => one.DirectiveId == directive.Id && one.VoidedAt == null).ToListAsync(ct))
        {
            approval.VoidedAt = now;
        }

        foreach (var signature in await db.Set<Signature>().Where(one => one.DirectiveId == directive.Id && one.VoidedAt == null).ToListAsync(ct))
        {
            signature.VoidedAt = now;
        }
    }
}
