using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Consultation;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Recipients;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Drafting;

/// <summary>Submits a draft, or a returned document again: the first time its workflow starts, then it goes on.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class SubmitDirective(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>What is submitted, and to whom besides the fixed way.</summary>
    /// <param name="DirectiveId">The directive.</param>
    /// <param name="SeenRevision">Revision the drafter saw.</param>
    /// <param name="Consultees">People asked for an opinion in parallel; empty for none.</param>
    /// <param name="SignerId">Who shall sign; null for anyone with the authority.</param>
    public sealed record Command(Guid DirectiveId, int SeenRevision, IReadOnlyList<Guid>? Consultees = null, Guid? SignerId = null);

    /// <summary>Submits the directive.</summary>
    /// <param name="actor">The drafter.</param>
    /// <param name="command">What is submitted.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Directive>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Directive>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, command.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var revision = await db.CurrentRevisionAsync(directive, ct);
        var consultees = (command.Consultees ?? []).Distinct().ToList();
        if (Refuse(directive, actor, command, revision, now) is { } notNow)
        {
            return notNow;
        }

        var plan = await RecipientPlan.MakeAsync(db, directive.Id, DocumentReader.Read(revision.Text), WorkingCalendar.LocalDate(now), ct);
        var refusal = RefuseRecipients(plan)
            ?? await RefusePeopleAsync(directive, consultees, command.SignerId, now, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        directive.SignerId = command.SignerId;
        var step = directive.State == DirectiveState.Draft
            ? await runtime.StartAsync(directive, Inputs(directive, consultees), actor, ct)
            : await ResubmitAsync(directive, consultees, actor, now, ct);
        if (!step.Done)
        {
            return step.Refusal!;
        }

        directive.State = DirectiveState.InReview;
        directive.ChangedAt = now;
        await RecipientDifference.AgreeAsync(db, directive, plan, actor, now, ct);
        db.Record(now, actor, nameof(Role.Drafter), "draft.submitted", directive.Id, revision.ContentHash);
        await db.SaveChangesAsync(ct);
        return directive;
    });

    private static Refusal? Refuse(Directive directive, Actor actor, Command command, Revision revision, DateTime now)
    {
        if (actor.Refuse(Right.SubmitDraft, directive.RelationTo(actor)) is { } never)
        {
            return never;
        }

        if (directive.State is not (DirectiveState.Draft or DirectiveState.Returned))
        {
            return DraftRefusals.NotSubmittable;
        }

        if (command.SeenRevision != directive.RevisionNo)
        {
            return Refusals.Stale(command.SeenRevision, directive.RevisionNo);
        }

        var text = DraftText.Read(revision.Text, WorkingCalendar.LocalDate(now));
        if (!text.Done || text.Value.Errors.Any())
        {
            return text.Refusal ?? DraftRefusals.Text(text.Value.Errors);
        }

        return text.Value.PrintedAuthority is { } printed && printed != directive.Authority
            ? DraftRefusals.AuthorityDiffers(printed, directive.Authority)
            : null;
    }

    private static Refusal? RefuseRecipients(RecipientPlan plan) =>
        RecipientChecks.Ended(plan).ToList() is { Count: > 0 } errors ? DraftRefusals.Text(errors) : null;

    private async Task<Refusal?> RefusePeopleAsync(
        Directive directive, List<Guid> consultees, Guid? signer, DateTime now, CancellationToken ct)
    {
        var open = await db.Set<Person>().CountAsync(
            person => consultees.Contains(person.Id) && person.Id != directive.DrafterId && person.DisabledAt == null, ct);
        if (open != consultees.Count)
        {
            return DraftRefusals.ConsulteesUnknown;
        }

        return signer is not { } id
            || (await db.FindActorAsync(id, now, ct) is { } person && SignStep.RolesFor(directive.Authority).Any(person.Holds))
            ? null
            : DraftRefusals.SignerUnknown;
    }

    private static JsonObject Inputs(Directive directive, List<Guid> consultees) => new()
    {
        ["DirectiveId"] = directive.Id.ToString(),
        ["DrafterId"] = directive.DrafterId.ToString(),
        ["DrafterUnitId"] = directive.DrafterUnitId.ToString(),
        ["Authority"] = directive.Authority,
        [SignStep.Signer] = directive.SignerId?.ToString() ?? "",
        [ConsultStep.Consultees] = Ids(consultees),
    };

    private static JsonArray Ids(List<Guid> people) => new([.. people.Select(id => (JsonNode)id.ToString())]);

    private async Task<Result<Step>> ResubmitAsync(Directive directive, List<Guid> consultees, Actor actor, DateTime now, CancellationToken ct)
    {
        var item = await db.Set<WorkItem>().SingleAsync(
            one => one.DirectiveId == directive.Id && one.Kind == ReviseStep.Kind && one.CompletedAt == null && one.WithdrawnAt == null, ct);
        var instance = await db.Set<StoredInstance>().SingleAsync(one => one.DirectiveId == directive.Id, ct);
        var round = new JsonObject
        {
            [ConsultStep.Consultees] = Ids(consultees),
            [SignStep.Signer] = directive.SignerId?.ToString() ?? "",
        };
        item.Complete(actor, ReviseStep.Submitted, now);
        return await runtime.ResumeAsync(
            instance, new Stimulus(item.BookmarkId, ReviseStep.Submitted, actor.PersonId?.ToString(), round), actor, ct);
    }
}
