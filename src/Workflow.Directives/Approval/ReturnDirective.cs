using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;

namespace Workflow.Directives.Approval;

/// <summary>A reviewer, a signer or the registry sends the document back with a reason.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="returns">The way back.</param>
public sealed class ReturnDirective(WorkflowDb db, Returning returns)
{
    private static readonly string[] Kinds = [ApproveStep.Kind, SignStep.Kind, NumberStep.Kind];

    /// <summary>What is returned and why.</summary>
    /// <param name="WorkItemId">The task.</param>
    /// <param name="SeenRevision">Revision read.</param>
    /// <param name="Reason">Why, in words the drafter can act on.</param>
    public sealed record Command(Guid WorkItemId, int SeenRevision, string? Reason);

    /// <summary>Returns the document to its drafter.</summary>
    /// <param name="actor">Who returns it.</param>
    /// <param name="command">What and why.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Directive>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Directive>(async () =>
    {
        var work = await db.TakeAsync(actor, command.WorkItemId, Kinds, (_, _) => Right.ReturnForCorrection, command.SeenRevision, ct);
        if (!work.Done)
        {
            return work.Refusal!;
        }

        if (Field.Clean(command.Reason, Field.ReasonLength, lines: true) is not { } reason)
        {
            return Refusals.Field("Lý do trả lại", "Reason for returning", Field.ReasonLength);
        }

        if (await returns.ToDrafterAsync(work.Value, work.Value.Capacity, reason, ct) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return work.Value.Directive;
    });
}
