using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.FollowUp;

/// <summary>The registry ends follow-up: every unit has answered, the document is archived.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class CloseDirective(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>What is closed.</summary>
    /// <param name="WorkItemId">The task.</param>
    /// <param name="Note">Closing remark, or null.</param>
    public sealed record Command(Guid WorkItemId, string? Note = null);

    /// <summary>Closes the directive; its workflow ends.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="command">What is closed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Closure>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Closure>(async () =>
    {
        var taken = await db.TakeAsync(actor, command.WorkItemId, [CloseStep.Kind], (_, _) => Right.CloseDirective, null, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var note = Field.Clean(command.Note, Field.ReasonLength, lines: true);
        if (note is null && !string.IsNullOrWhiteSpace(command.Note))
        {
            return Refusals.Field("Ghi chú", "Note", Field.ReasonLength);
        }

        var work = taken.Value;
        var stimulus = new Stimulus(work.Item.BookmarkId, CloseStep.Closed, actor.PersonId?.ToString());
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow().UtcDateTime;
        work.Complete(CloseStep.Closed, now);
        work.Directive.State = DirectiveState.Closed;
        var closure = new Closure
        {
            DirectiveId = work.Directive.Id,
            PersonId = actor.PersonId!.Value,
            Note = note,
            At = now,
        };
        db.Add(closure);
        db.Record(now, actor, nameof(Role.Registry), "directive.closed", work.Directive.Id, work.Revision.ContentHash, closure.Note);
        await db.SaveChangesAsync(ct);
        return closure;
    });
}
