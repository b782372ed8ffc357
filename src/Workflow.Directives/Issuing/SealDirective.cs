using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Issuing;

/// <summary>The registry seals a signed and numbered document.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class SealDirective(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>Seals the document.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="workItemId">The task.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Seal>> RunAsync(Actor actor, Guid workItemId, CancellationToken ct) => db.OnceAsync<Seal>(async () =>
    {
        var taken = await db.TakeAsync(actor, workItemId, [SealStep.Kind], null, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var work = taken.Value;
        var stimulus = new Stimulus(work.Item.BookmarkId, SealStep.Sealed, actor.PersonId?.ToString());
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow().UtcDateTime;
        work.Complete(actor, SealStep.Sealed, now);
        work.Directive.State = DirectiveState.Sealed;
        var seal = new Seal { DirectiveId = work.Directive.Id, PersonId = actor.PersonId!.Value, ContentHash = work.Revision.ContentHash, At = now };
        db.Add(seal);
        db.Record(now, actor, nameof(Role.Registry), "seal.applied", work.Directive.Id, seal.ContentHash);
        await db.SaveChangesAsync(ct);
        return seal;
    });
}
