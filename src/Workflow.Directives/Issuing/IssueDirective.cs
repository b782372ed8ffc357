using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Recipients;
using Workflow.Directives.Verification;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Issuing;

/// <summary>
/// The registry issues: the list is frozen, every unit gets one delivery and one notice, all in the save that makes it issued.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="papers">Sees that what goes out is whole and signed.</param>
/// <param name="units">Gives every unit its copy and its notice.</param>
/// <param name="time">The clock.</param>
public sealed class IssueDirective(WorkflowDb db, IWorkflowRuntime runtime, CheckPaper papers, AddressUnits units, TimeProvider time)
{
    /// <summary>Issues the document.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="workItemId">The task.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Issuance>> RunAsync(Actor actor, Guid workItemId, CancellationToken ct) => db.OnceAsync<Issuance>(async () =>
    {
        var taken = await db.TakeAsync(actor, workItemId, [IssueStep.Kind], (_, _) => Right.Issue, null, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var work = taken.Value;
        var now = time.GetUtcNow().UtcDateTime;
        if (await papers.RefuseAsync(work.Directive.Id, ct) is { } unfit)
        {
            return unfit;
        }

        var plan = await RecipientPlan.MakeAsync(
            db, work.Directive.Id, DocumentReader.Read(work.Revision.Text), WorkingCalendar.LocalDate(now), ct);
        var stimulus = new Stimulus(
            work.Item.BookmarkId, IssueStep.Issued, actor.PersonId?.ToString(),
            Facts: await Facts.OfAsync(db, work.Directive, plan, ct));
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        work.Complete(IssueStep.Issued, now);
        work.Directive.State = DirectiveState.Issued;
        var issuance = Issue(work, plan, actor, now);
        await units.AddressAsync(issuance, work.Directive, plan, now, ct);
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
            AcknowledgeBy = units.AcknowledgeBy(work.Directive.Urgency, now),
        };
        db.Add(issuance);
        return issuance;
    }
}
