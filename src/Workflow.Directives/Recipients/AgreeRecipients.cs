using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Work;

namespace Workflow.Directives.Recipients;

/// <summary>A clerk agrees to what the directory makes of the list today, after seeing which units enter and leave.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class AgreeRecipients(WorkflowDb db, TimeProvider time)
{
    /// <summary>What is agreed to.</summary>
    /// <param name="DirectiveId">The directive.</param>
    /// <param name="SeenList"><see cref="RecipientPlan.Hash"/> of the list the clerk was shown.</param>
    public sealed record Command(Guid DirectiveId, string SeenList);

    /// <summary>Keeps today's list as the agreed one.</summary>
    /// <param name="actor">The drafter before the signature, or the registry before the issue.</param>
    /// <param name="command">What is agreed to.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RecipientPlan>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<RecipientPlan>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, command.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        var relation = await db.RelationToAsync(directive, actor, ct);
        if (RecipientRefusals.Forbidden(directive, actor, relation) is { } forbidden)
        {
            return forbidden;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var document = DocumentReader.Read((await db.CurrentRevisionAsync(directive, ct)).Text);
        var plan = await RecipientPlan.MakeAsync(db, directive.Id, document, WorkingCalendar.LocalDate(now), ct);
        if (await RecipientDifference.FindAsync(db, directive, plan, ct) is not { None: false } difference)
        {
            return RecipientRefusals.NothingToAgree;
        }

        if (plan.Hash != command.SeenList)
        {
            return RecipientRefusals.ListStale;
        }

        await RecipientDifference.AgreeAsync(db, directive, plan, actor, now, ct);
        directive.ChangedAt = now;
        db.Record(
            now, actor, RecipientRefusals.Capacity(actor, relation), "recipients.agreed", directive.Id, plan.Hash,
            $"+{difference.Entered.Count} −{difference.Left.Count}");
        await db.SaveChangesAsync(ct);
        return plan;
    });
}
