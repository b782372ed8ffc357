using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;

namespace Workflow.Directives.Recall;

/// <summary>
/// Takes an issued document back: the drafter, a unit head or the registry proposes with a reason, the Secretary, a Deputy Secretary or the Chief of Office agrees.
/// In the same save the document stops standing, its workflow and tasks end, and every unit on the frozen list gets one notice.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="notices">Writes the notices.</param>
/// <param name="time">The clock.</param>
public sealed class RecallDirective(WorkflowDb db, IWorkflowRuntime runtime, Notices notices, TimeProvider time)
{
    /// <summary>What is taken back.</summary>
    /// <param name="DirectiveId">The directive.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="ReplacedBy">Number of the issued document that takes its place, or null.</param>
    public sealed record Proposal(Guid DirectiveId, string? Reason, string? ReplacedBy = null);

    /// <summary>Proposes a recall.</summary>
    /// <param name="actor">The drafter, a unit head or a registry clerk.</param>
    /// <param name="proposal">What and why.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Recall>> ProposeAsync(Actor actor, Proposal proposal, CancellationToken ct) => db.OnceAsync<Recall>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, proposal.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        var relation = directive.RelationTo(actor);
        if (actor.Refuse(Right.ProposeRecall, relation) is { } never)
        {
            return never;
        }

        if (directive.State is not (DirectiveState.Issued or DirectiveState.Closed))
        {
            return RecallRefusals.NotIssued;
        }

        if (await db.Set<Recall>().AnyAsync(one => one.DirectiveId == directive.Id && one.DeclinedAt == null, ct))
        {
            return RecallRefusals.AlreadyProposed;
        }

        if (Field.Clean(proposal.Reason, Field.ReasonLength, lines: true) is not { } reason)
        {
            return Refusals.Field("Lý do thu hồi", "Reason for the recall", Field.ReasonLength);
        }

        var replacement = await ReplacementAsync(actor, directive.Id, proposal.ReplacedBy, ct);
        if (!replacement.Done)
        {
            return replacement.Refusal!;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var recall = new Recall
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = directive.Id,
            Reason = reason,
            ReplacedBy = replacement.Value,
            ProposedBy = actor.PersonId!.Value,
            ProposedAt = now,
        };
        db.Add(recall);
        db.Record(now, actor, actor.CapacityFor(Right.ProposeRecall, relation).ToString(), "recall.proposed", directive.Id, null, reason);
        await db.SaveChangesAsync(ct);
        return recall;
    });

    /// <summary>Agrees to a proposed recall, or declines it.</summary>
    /// <param name="actor">The Secretary, a Deputy Secretary or the Chief of Office, who did not propose it.</param>
    /// <param name="directiveId">The directive.</param>
    /// <param name="agree">True to recall; false to leave it standing.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Recall>> DecideAsync(Actor actor, Guid directiveId, bool agree, CancellationToken ct) => db.OnceAsync<Recall>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, directiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        if (actor.Refuse(Right.ApproveRecall) is { } never)
        {
            return never;
        }

        var recall = await db.Set<Recall>().SingleOrDefaultAsync(one => one.DirectiveId == directiveId && one.DeclinedAt == null, ct);
        if (recall is null || recall.AgreedAt is not null || recall.ProposedBy == actor.PersonId)
        {
            return RecallRefusals.NotProposed;
        }

        var now = time.GetUtcNow().UtcDateTime;
        recall.DecidedBy = actor.PersonId;
        if (!agree)
        {
            recall.DeclinedAt = now;
        }
        else if (await CarryOutAsync(directive, recall, actor, now, ct) is { } refusal)
        {
            return refusal;
        }

        db.Record(now, actor, actor.CapacityFor(Right.ApproveRecall).ToString(), agree ? "directive.recalled" : "recall.declined", directiveId, null, recall.Reason);
        await db.SaveChangesAsync(ct);
        return recall;
    });

    private async Task<Result<Guid?>> ReplacementAsync(Actor actor, Guid directiveId, string? symbol, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(symbol))
        {
            return (Guid?)null;
        }

        var wanted = symbol.Trim();
        var found = await (
            from number in db.Set<RegisterNumber>()
            where number.Symbol == wanted && number.VoidedAt == null && number.DirectiveId != directiveId
            join directive in db.DirectivesSeenBy(actor) on number.DirectiveId equals directive.Id
            where directive.State == DirectiveState.Issued || directive.State == DirectiveState.Closed
            orderby number.Date descending
            select (Guid?)directive.Id).FirstOrDefaultAsync(ct);
        return found is null ? RecallRefusals.NoReplacement : found;
    }

    private async Task<Refusal?> CarryOutAsync(Directive directive, Recall recall, Actor actor, DateTime now, CancellationToken ct)
    {
        var instance = await db.Set<StoredInstance>().SingleAsync(one => one.DirectiveId == directive.Id, ct);
        if (directive.State == DirectiveState.Issued && (await runtime.CancelAsync(instance, recall.Reason, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        recall.AgreedAt = now;
        directive.State = DirectiveState.Recalled;
        directive.ChangedAt = now;
        var number = await db.Set<RegisterNumber>().AsNoTracking().SingleAsync(one => one.DirectiveId == directive.Id && one.VoidedAt == null, ct);
        var replacement = await db.Set<RegisterNumber>().AsNoTracking()
            .Where(one => one.DirectiveId == recall.ReplacedBy && one.VoidedAt == null).Select(one => one.Symbol).SingleOrDefaultAsync(ct);
        var deliveries = await db.Set<Delivery>().Where(one => one.DirectiveId == directive.Id).OrderBy(one => one.Order).ToListAsync(ct);
        var contacts = await db.FirstContactsAsync(deliveries.Select(one => one.UnitId), ct);
        foreach (var delivery in deliveries)
        {
            var content = new NoticeContent(directive, number, delivery, new RecallNotice(recall.Reason, replacement));
            if (!notices.Post(db, content, contacts.GetValueOrDefault(delivery.UnitId), Notices.Recalled, now))
            {
                db.Record(now, Actor.System, null, "recall.no-address", directive.Id, null, delivery.UnitName);
            }
        }

        return null;
    }
}
