using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.Recipients;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Approval;

/// <summary>A reviewer approves the exact text he read.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class ApproveDirective(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>What is approved.</summary>
    /// <param name="WorkItemId">The task.</param>
    /// <param name="SeenRevision">Revision read.</param>
    /// <param name="Note">A remark, or null.</param>
    public sealed record Command(Guid WorkItemId, int SeenRevision, string? Note = null);

    /// <summary>Approves; the document goes to the next step.</summary>
    /// <param name="actor">The reviewer.</param>
    /// <param name="command">What is approved.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Approval>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Approval>(async () =>
    {
        var taken = await db.TakeAsync(actor, command.WorkItemId, [ApproveStep.Kind], ApproveStep.RightFor, command.SeenRevision, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var work = taken.Value;
        actor = work.Actor;
        var note = Field.Clean(command.Note, Field.ReasonLength, lines: true);
        if (note is null && !string.IsNullOrWhiteSpace(command.Note))
        {
            return Refusals.Field("Ghi chú", "Note", Field.ReasonLength);
        }

        if (await Separation.CheckAsync(db, work.Directive, actor, ct) is { } same)
        {
            return same;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var facts = await Facts.OfAsync(db, work.Directive, work.Revision, now, ct);
        var stimulus = new Stimulus(work.Item.BookmarkId, ApproveStep.Approved, actor.PersonId?.ToString(), Facts: facts);
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        work.Complete(ApproveStep.Approved, now);
        var approval = new Approval
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = work.Directive.Id,
            WorkItemId = work.Item.Id,
            Step = work.Item.Step,
            PersonId = actor.PersonId!.Value,
            Capacity = work.Capacity,
            ActingFor = actor.ActingFor?.Principal,
            RevisionNo = work.Revision.No,
            ContentHash = work.Revision.ContentHash,
            Note = note,
            At = now,
        };
        db.Add(approval);
        db.Record(now, actor, approval.Capacity.ToString(), "approval.given", work.Directive.Id, approval.ContentHash, $"{approval.Step}: {approval.Note}".TrimEnd(' ', ':'));
        await db.SaveChangesAsync(ct);
        return approval;
    });
}
