using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;

namespace Workflow.Directives.Numbering;

/// <summary>
/// Voids a number before its document was issued. The registry proposes with a reason, the Chief of Office agrees; the number
/// stays in the register as void and is never given again, and the document ends there.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class VoidNumber(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>The registry proposes.</summary>
    /// <param name="DirectiveId">Whose number.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Proposal(Guid DirectiveId, string? Reason);

    /// <summary>Proposes to void the number.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="proposal">What and why.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RegisterNumber>> ProposeAsync(Actor actor, Proposal proposal, CancellationToken ct) => db.OnceAsync<RegisterNumber>(async () =>
    {
        var found = await FindAsync(actor, proposal.DirectiveId, Right.ProposeVoid, ct);
        if (!found.Done)
        {
            return found.Refusal!;
        }

        if (Field.Clean(proposal.Reason, Field.ReasonLength, lines: true) is not { } reason)
        {
            return Refusals.Field("Lý do hủy số", "Reason for voiding", Field.ReasonLength);
        }

        var (now, (number, _)) = (time.GetUtcNow().UtcDateTime, found.Value);
        (number.VoidReason, number.VoidProposedBy, number.VoidProposedAt) = (reason, actor.PersonId, now);
        db.Record(now, actor, nameof(Role.Registry), "number.void-proposed", number.DirectiveId, null, $"{number.Symbol}: {reason}");
        await db.SaveChangesAsync(ct);
        return number;
    });

    /// <summary>Agrees to void the number.</summary>
    /// <param name="actor">The Chief of Office.</param>
    /// <param name="directiveId">Whose number.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RegisterNumber>> RunAsync(Actor actor, Guid directiveId, CancellationToken ct) => db.OnceAsync<RegisterNumber>(async () =>
    {
        var found = await FindAsync(actor, directiveId, Right.ApproveVoid, ct);
        if (!found.Done)
        {
            return found.Refusal!;
        }

        var (number, directive) = found.Value;
        if (number.VoidProposedBy is null || number.VoidProposedBy == actor.PersonId)
        {
            return NumberingRefusals.NotProposed;
        }

        var instance = await db.Set<StoredInstance>().SingleAsync(one => one.DirectiveId == directiveId, ct);
        if ((await runtime.CancelAsync(instance, number.VoidReason!, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow().UtcDateTime;
        (number.VoidedBy, number.VoidedAt) = (actor.PersonId, now);
        directive.State = DirectiveState.Cancelled;
        directive.ChangedAt = now;
        db.Record(now, actor, nameof(Role.ChiefOfOffice), "number.voided", directiveId, null, $"{number.Symbol}: {number.VoidReason}");
        await db.SaveChangesAsync(ct);
        return number;
    });

    private async Task<Result<(RegisterNumber Number, Directive Directive)>> FindAsync(Actor actor, Guid directiveId, Right right, CancellationToken ct)
    {
        if (await db.FindDirectiveAsync(actor, directiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        if (actor.Refuse(right) is { } never)
        {
            return never;
        }

        var number = await db.Set<RegisterNumber>().SingleOrDefaultAsync(one => one.DirectiveId == directiveId && one.VoidedAt == null, ct);
        return number is not null && directive.State is DirectiveState.Numbered or DirectiveState.Sealed
            ? (number!, directive)
            : NumberingRefusals.NotVoidable;
    }
}
