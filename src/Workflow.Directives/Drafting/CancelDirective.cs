using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;

namespace Workflow.Directives.Drafting;

/// <summary>Gives a document up before it has a number (hủy luồng).</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class CancelDirective(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>What is given up and why.</summary>
    /// <param name="DirectiveId">The directive.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid DirectiveId, string? Reason);

    /// <summary>Cancels the directive; its workflow ends and open tasks are taken back.</summary>
    /// <param name="actor">The drafter, or a leader with whom it is.</param>
    /// <param name="command">What and why.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Directive>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Directive>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, command.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        var relation = await db.RelationToAsync(directive, actor, ct);
        if (!actor.May(Right.CancelDraft, relation) && actor.Refuse(Right.RejectFinally, relation) is { } never)
        {
            return never;
        }

        if (directive.State is not (DirectiveState.Draft or DirectiveState.InReview or DirectiveState.Returned or DirectiveState.Signed))
        {
            return DraftRefusals.NotCancellable;
        }

        if (Field.Clean(command.Reason, Field.ReasonLength, lines: true) is not { } reason)
        {
            return Refusals.Field("Lý do hủy", "Reason for cancelling", Field.ReasonLength);
        }

        if (await db.Set<StoredInstance>().SingleOrDefaultAsync(one => one.DirectiveId == directive.Id, ct) is { } instance
            && (await runtime.CancelAsync(instance, reason, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow().UtcDateTime;
        directive.State = DirectiveState.Cancelled;
        directive.ChangedAt = now;
        var capacity = actor.CapacityFor(actor.May(Right.CancelDraft, relation) ? Right.CancelDraft : Right.RejectFinally, relation);
        db.Record(now, actor, capacity.ToString(), "draft.cancelled", directive.Id, null, reason);
        await db.SaveChangesAsync(ct);
        return directive;
    });
}
