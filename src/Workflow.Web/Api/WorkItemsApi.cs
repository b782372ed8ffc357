using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Approval;
using Workflow.Directives.Consultation;
using Workflow.Directives.Data;
using Workflow.Directives.FollowUp;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Web.Background;

namespace Workflow.Web.Api;

/// <summary>Tasks: each act is made as a thing under the task it completes.</summary>
internal static class WorkItemsApi
{
    private const int Page = 200;

    public static void Map(RouteGroupBuilder api)
    {
        var items = api.MapGroup("/work-items").WithTags("Work items");
        items.MapGet("/", ListAsync).WithSummary("Your open tasks, soonest due first; at most 200.");
        items.MapPost("/{id:guid}/opinion", async (Guid id, OpinionBody body, GiveOpinion act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.SeenRevision, body.Stance, body.Text), ct), one => new { one.Id, one.Stance, one.At }))
            .WithSummary("Answers a consultation, once.");
        items.MapPost("/{id:guid}/approval", async (Guid id, ApprovalBody body, ApproveDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.SeenRevision, body.Note), ct), one => new { one.Id, one.Step, one.ContentHash, one.At }))
            .WithSummary("Approves the revision you read.");
        items.MapPost("/{id:guid}/return", async (Guid id, ReturnBody body, ReturnDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.SeenRevision, body.Reason), ct), DirectiveView.Of))
            .WithSummary("Sends the directive back to its drafter with a reason.");
        items.MapPost("/{id:guid}/signature", async (Guid id, SignatureBody body, SignDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(
                await act.RunAsync(await caller.ActorAsync(ct), new(id, body.SeenRevision, body.SeenHash, body.SeenPaper, body.Pin), ct),
                one => new { one.Id, one.Authority, one.Position, one.SignerName, one.ContentHash, one.At }))
            .WithSummary("Signs the content you read; seenHash and seenPaper as GET …/signing gives them, pin opens your key (401 without it).");
        items.MapPost("/{id:guid}/forwarding", async (Guid id, ForwardBody body, ForwardSignature act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.To), ct), WorkItemView.Of))
            .WithSummary("Passes the signature to another with the same authority.");
        items.MapPost("/{id:guid}/number", async (Guid id, NumberBody? body, NumberDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body?.Date), ct), one => new { one.Symbol, one.Date }))
            .WithSummary("Gives the next number of the series and the date.");
        items.MapPost("/{id:guid}/seal", async (Guid id, SealBody body, SealDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.Pin), ct), one => new { one.ContentHash, one.At }))
            .WithSummary("Applies the organ's seal; pin opens the organ's key (401 without it).");
        items.MapPost("/{id:guid}/issuance", IssueAsync).WithSummary("Issues to the whole list, once.");
        items.MapPost("/{id:guid}/closure", async (Guid id, ClosureBody? body, CloseDirective act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body?.Note), ct), one => new { one.At }))
            .WithSummary("Ends follow-up and archives.");
    }

    internal sealed record OpinionBody(int SeenRevision, Stance Stance, string? Text);

    internal sealed record ApprovalBody(int SeenRevision, string? Note);

    internal sealed record ReturnBody(int SeenRevision, string? Reason);

    internal sealed record SignatureBody(int SeenRevision, string SeenHash, string SeenPaper, string? Pin);

    internal sealed record SealBody(string? Pin);

    internal sealed record ForwardBody(Guid To);

    internal sealed record NumberBody(DateOnly? Date);

    internal sealed record ClosureBody(string? Note);

    private static async Task<IResult> ListAsync(WorkflowDb db, Caller caller, Guid? directive, CancellationToken ct) => Results.Ok(
        (await db.WorkOfferedTo(await caller.ActorAsync(ct)).AsNoTracking()
            .Where(item => item.CompletedAt == null && item.WithdrawnAt == null && (directive == null || item.DirectiveId == directive))
            .OrderBy(item => item.DueAt ?? DateTime.MaxValue)
            .Take(Page)
            .ToListAsync(ct)).Select(WorkItemView.Of));

    private static async Task<IResult> IssueAsync(Guid id, IssueDirective act, OutboxSignal outbox, Caller caller, CancellationToken ct)
    {
        var issued = await act.RunAsync(await caller.ActorAsync(ct), id, ct);
        outbox.Wake();
        return Answer.Ok(issued, one => new { one.Id, Directive = one.DirectiveId, one.At, one.AcknowledgeBy, one.RecipientsHash });
    }
}
