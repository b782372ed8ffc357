using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Recipients;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Issuing;

/// <summary>
/// The registry issues: the list is frozen, every unit gets one delivery and one notice, all in the save that makes it issued.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="notices">Writes the notices.</param>
/// <param name="deadlines">Sets the time to acknowledge.</param>
/// <param name="time">The clock.</param>
public sealed class IssueDirective(WorkflowDb db, IWorkflowRuntime runtime, Notices notices, AcknowledgmentDeadline deadlines, TimeProvider time)
{
    /// <summary>Issues the document.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="workItemId">The task.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Issuance>> RunAsync(Actor actor, Guid workItemId, CancellationToken ct) => db.OnceAsync<Issuance>(async () =>
    {
        var taken = await db.TakeAsync(actor, workItemId, [IssueStep.Kind], null, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var work = taken.Value;
        var now = time.GetUtcNow().UtcDateTime;
        var plan = await RecipientPlan.MakeAsync(
            db, work.Directive.Id, DocumentReader.Read(work.Revision.Text), WorkingCalendar.LocalDate(now), ct);
        var stimulus = new Stimulus(
            work.Item.BookmarkId, IssueStep.Issued, actor.PersonId?.ToString(),
            Facts: await Facts.OfAsync(db, work.Directive, plan, ct));
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        work.Complete(actor, IssueStep.Issued, now);
        work.Directive.State = DirectiveState.Issued;
        var issuance = Issue(work, plan, actor, now);
        await AddressAsync(issuance, work.Directive, plan, now, ct);
        db.Record(now, actor, nameof(Role.Registry), "directive.issued", work.Directive.Id, issuance.ContentHash, $"{plan.Recipients.Count}");
        await db.SaveChangesAsync(ct);
        return issuance;
    });

    private Issuance Issue(OpenWork work, RecipientPlan plan, Actor actor, DateTime now)
    {
        var issuance = new Issuance
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = work.Directive.Id,
            PersonId = actor.PersonId!.Value,
            At = now,
            ContentHash = work.Revision.ContentHash,
            RecipientsHash = plan.Hash,
            AcknowledgeBy = deadlines.For(work.Directive.Urgency, now),
        };
        db.Add(issuance);
        return issuance;
    }

    private async Task AddressAsync(Issuance issuance, Directive directive, RecipientPlan plan, DateTime now, CancellationToken ct)
    {
        var number = await db.Set<RegisterNumber>().SingleAsync(one => one.DirectiveId == directive.Id && one.VoidedAt == null, ct);
        var contacts = await db.FirstContactsAsync(plan.Recipients.Select(recipient => recipient.UnitId), ct);
        var order = 0;
        foreach (var recipient in plan.Recipients)
        {
            var delivery = new Delivery
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                IssuanceId = issuance.Id,
                DirectiveId = directive.Id,
                UnitId = recipient.UnitId,
                UnitName = recipient.UnitName,
                Order = ++order,
                Reasons = string.Join('\n', recipient.Reasons),
                DueAt = issuance.AcknowledgeBy,
            };
            db.Add(delivery);
            notices.Post(db, new NoticeContent(directive, number, delivery), contacts.GetValueOrDefault(recipient.UnitId), Notices.Notice, now);
        }
    }
}
