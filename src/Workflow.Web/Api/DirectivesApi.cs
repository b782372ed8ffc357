using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Recall;
using Workflow.Directives.Recipients;
using Workflow.Directives.Search;
using Workflow.Web.Background;
using Workflow.Web.SignIn;

namespace Workflow.Web.Api;

/// <summary>Directives: begin, revise, submit, cancel, settle recipients, void a number, read.</summary>
internal static class DirectivesApi
{
    private const int Page = 100;

    public static void Map(RouteGroupBuilder api)
    {
        var directives = api.MapGroup("/directives").WithTags("Directives");
        directives.MapGet("/", ListAsync).WithSummary("Directives you may see, newest change first; at most 100. With search, those that hold every word of it, the best first.");
        directives.MapGet("/{id:guid}", OneAsync).WithSummary("One directive.");
        directives.MapGet("/{id:guid}/revisions/{no:int}", RevisionAsync).WithSummary("One text of a directive.");
        directives.MapGet("/{id:guid}/recipients", RecipientsAsync).WithSummary("What its recipient lines mean today.");
        directives.MapGet("/{id:guid}/history", HistoryAsync).WithSummary("Every act on it, in order.");
        directives.MapPost("/", async (DraftDirective.Command command, DraftDirective act, Caller caller, CancellationToken ct) =>
            Answer.Created(await act.RunAsync(await caller.ActorAsync(ct), command, ct), one => $"/api/directives/{one.Id}", DirectiveView.Of))
            .WithSummary("Begins a directive from a template or a pasted text.");
        directives.MapPost("/{id:guid}/revisions", async (Guid id, RevisionBody body, ReviseDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.SeenRevision, body.Text, body.Authority, body.Urgency), ct), DirectiveView.Of))
            .WithSummary("Stores a new text. Under review, this takes the directive back and voids its approvals.");
        directives.MapPost("/{id:guid}/fixes", async (Guid id, FixBody body, ApplyFix act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.SeenRevision, body.Rule, body.Line, body.Text), ct), DirectiveView.Of))
            .WithSummary("Makes the change that a finding of the form rules offers, as a new text; without a rule, all of them. Findings: POST /api/checks.");
        directives.MapPost("/{id:guid}/submission", async (Guid id, SubmissionBody body, SubmitDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.SeenRevision, body.Consultees, body.Signer), ct), DirectiveView.Of))
            .WithSummary("Submits it, with people to consult and a signer if wanted.");
        directives.MapPost("/{id:guid}/cancellation", async (Guid id, ReasonBody body, CancelDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.Reason), ct), DirectiveView.Of))
            .WithSummary("Gives it up before it has a number.");
        directives.MapPost("/{id:guid}/recipient-settlements", async (Guid id, SettlementBody body, SettleRecipientLine act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.Line, body.Units ?? [], body.Reason), ct), RecipientsView.Of))
            .WithSummary("Says what a doubtful recipient line means.");
        directives.MapPost("/{id:guid}/recipient-agreement", async (Guid id, AgreementBody body, AgreeRecipients act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.List), ct), RecipientsView.Of))
            .WithSummary("Agrees to what a changed directory makes of the list; `list` as given with the recipients.");
        directives.MapPost("/{id:guid}/number-void-proposal", async (Guid id, ReasonBody body, VoidNumber act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.ProposeAsync(await caller.ActorAsync(ct), new(id, body.Reason), ct), one => new { one.Symbol, one.VoidReason }))
            .WithSummary("Registry: proposes to void the number.");
        directives.MapPost("/{id:guid}/number-void", async (Guid id, VoidNumber act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), id, ct), one => new { one.Symbol, one.VoidedAt }))
            .WithSummary("Chief of Office: agrees to void the number.");
        directives.MapPost("/{id:guid}/recall-proposal", async (Guid id, RecallBody body, RecallDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.ProposeAsync(await caller.ActorAsync(ct), new(id, body.Reason, body.ReplacedBy), ct), one => new { one.Id, one.Reason, one.ReplacedBy }))
            .WithSummary("Drafter, unit head or registry: proposes to recall an issued directive.");
        directives.MapPost("/{id:guid}/recall", async (Guid id, DecisionBody body, RecallDirective act, OutboxSignal outbox, Caller caller, CancellationToken ct) =>
        {
            var decided = await act.DecideAsync(await caller.ActorAsync(ct), id, body.Agree, ct);
            outbox.Wake();
            return Answer.Ok(decided, one => new { one.Id, one.AgreedAt, one.DeclinedAt });
        }).WithSummary("Secretary, Deputy Secretary or Chief of Office: agrees to the recall, or declines it.");
    }

    internal sealed record RecallBody(string? Reason, string? ReplacedBy);

    internal sealed record DecisionBody(bool Agree);

    internal sealed record RevisionBody(int SeenRevision, string Text, string? Authority, Urgency? Urgency);

    internal sealed record FixBody(int SeenRevision, string? Rule, int? Line, string? Text);

    internal sealed record SubmissionBody(int SeenRevision, Guid[]? Consultees, Guid? Signer);

    internal sealed record ReasonBody(string? Reason);

    internal sealed record SettlementBody(string Line, Guid[]? Units, string? Reason);

    internal sealed record AgreementBody(string List);

    private static async Task<IResult> ListAsync(
        WorkflowDb db, SearchDirectives search, Caller caller, DirectiveState? state, [FromQuery(Name = "search")] string? words, CancellationToken ct)
    {
        if (words is not null)
        {
            var found = await search.RunAsync(await caller.ActorAsync(ct), words, state, 0, Page, ct);
            return Results.Ok(found.Lines.Select(FoundView.Of));
        }

        var seen = db.DirectivesSeenBy(await caller.ActorAsync(ct)).Where(one => state == null || one.State == state);
        return Results.Ok((await seen.AsNoTracking().OrderByDescending(one => one.ChangedAt).Take(Page).ToListAsync(ct)).Select(DirectiveView.Of));
    }

    private static async Task<IResult> OneAsync(WorkflowDb db, Caller caller, Guid id, CancellationToken ct) =>
        await db.FindDirectiveAsync(await caller.ActorAsync(ct), id, ct) is { } directive
            ? Results.Ok(DirectiveView.Of(directive))
            : Answer.Refused(Refusals.NotVisible);

    private static async Task<IResult> RevisionAsync(WorkflowDb db, Caller caller, Guid id, int no, CancellationToken ct)
    {
        var actor = await caller.ActorAsync(ct);
        var latestOnly = !actor.WorksInOffice;
        var seen = db.DirectivesSeenBy(actor).Where(one => !latestOnly || one.RevisionNo == no).Select(one => one.Id);
        return await db.Set<Revision>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == id && one.No == no && seen.Contains(id), ct) is { } revision
            ? Results.Ok(new { revision.No, revision.Text, revision.ContentHash, revision.CreatedAt })
            : Answer.Refused(Refusals.NotVisible);
    }

    private static async Task<IResult> RecipientsAsync(WorkflowDb db, TimeProvider time, Caller caller, Guid id, CancellationToken ct)
    {
        if (await db.FindDirectiveAsync(await caller.ActorAsync(ct), id, ct) is not { } directive)
        {
            return Answer.Refused(Refusals.NotVisible);
        }

        var text = await db.Set<Revision>().Where(one => one.DirectiveId == id && one.No == directive.RevisionNo).Select(one => one.Text).SingleAsync(ct);
        var today = WorkingCalendar.LocalDate(time.GetUtcNow().UtcDateTime);
        var plan = await RecipientPlan.MakeAsync(db, id, DocumentReader.Read(text), today, ct);
        return Results.Ok(RecipientsView.Of(plan, await RecipientDifference.FindAsync(db, directive, plan, ct)));
    }

    private static async Task<IResult> HistoryAsync(WorkflowDb db, Caller caller, Guid id, CancellationToken ct) =>
        await db.FindDirectiveAsync(await caller.ActorAsync(ct), id, ct) is null
            ? Answer.Refused(Refusals.NotVisible)
            : Results.Ok(await db.Set<AuditEntry>().AsNoTracking().Where(one => one.DirectiveId == id).OrderBy(one => one.Seq)
                .Select(one => new { one.Seq, one.At, one.ActorName, one.Capacity, one.Act, one.Detail, one.ContentHash }).ToListAsync(ct));
}
