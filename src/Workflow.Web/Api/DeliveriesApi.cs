using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Recall;

namespace Workflow.Web.Api;

/// <summary>Units' copies: the board, and what the office and the units do with them.</summary>
internal static class DeliveriesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/directives/{id:guid}/deliveries", BoardAsync).WithTags("Deliveries").WithSummary("Where every unit stands.");
        var deliveries = api.MapGroup("/deliveries").WithTags("Deliveries");
        deliveries.MapGet("/", InboxAsync).WithSummary("Copies addressed to your unit, newest first.");
        deliveries.MapPost("/{id:guid}/acknowledgment", async (Guid id, AcknowledgeDelivery.Command body, AcknowledgeDelivery act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.AsUnitAsync(await caller.ActorAsync(ct), id, body, ct), ReceiptsApi.View))
            .WithSummary("Acknowledges as a clerk of the unit.");
        deliveries.MapPost("/{id:guid}/refusal", async (Guid id, RefuseDelivery.Command body, RefuseDelivery act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.AsUnitAsync(await caller.ActorAsync(ct), id, body, ct), one => new { one.Reason, one.At }))
            .WithSummary("Refuses with a reason.");
        deliveries.MapPost("/{id:guid}/recall-answer", async (Guid id, AnswerRecall.Command body, AnswerRecall act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.AsUnitAsync(await caller.ActorAsync(ct), id, body, ct), one => new { one.Stance, one.Reason, one.At }))
            .WithSummary("Answers a recall: Agreed (15) or Refused (16, with a reason).");
        deliveries.MapPost("/{id:guid}/handling", async (Guid id, HandlingBody body, ReportHandling act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), id, body.Status, ct), DeliveryView.Of))
            .WithSummary("Reports 04 assigned, 05 in progress, 06 completed.");
        deliveries.MapPost("/{id:guid}/paper-acknowledgment", async (Guid id, PaperBody body, AcknowledgeDelivery act, Caller caller, CancellationToken ct) =>
            Answer.Ok(
                await act.OnPaperAsync(await caller.ActorAsync(ct), id, new(body.Name, body.Position, body.ArrivalNumber), body.Basis, ct), ReceiptsApi.View))
            .WithSummary("Registry: enters a receipt given on paper.");
        deliveries.MapPost("/{id:guid}/reminder", async (Guid id, RemindUnit act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), id, ct), DeliveryView.Of))
            .WithSummary("Reminds the unit by hand, at most once a day.");
        deliveries.MapPost("/{id:guid}/resending", async (Guid id, ResendBody? body, ResendNotice act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body?.Address), ct), DeliveryView.Of))
            .WithSummary("Registry: sends a failed notice again, to a corrected address if given.");
        deliveries.MapPost("/{id:guid}/link", async (Guid id, ReplaceLink act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), id, ct), sent => new { sent }))
            .WithSummary("Registry: takes every link of the unit back and sends it a new one.");
        deliveries.MapPost("/{id:guid}/excuse", async (Guid id, DirectivesApi.ReasonBody body, ExcuseUnit act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), id, body.Reason, ct), DeliveryView.Of))
            .WithSummary("Registry: stops waiting for the unit, with a reason.");
    }

    internal sealed record HandlingBody(DeliveryStatus Status);

    internal sealed record PaperBody(string? Name, string? Position, string? ArrivalNumber, string? Basis);

    internal sealed record ResendBody(string? Address);

    private static async Task<IResult> BoardAsync(WorkflowDb db, Caller caller, Guid id, CancellationToken ct)
    {
        var actor = await caller.ActorAsync(ct);
        if (await db.FindDirectiveAsync(actor, id, ct) is not { } directive)
        {
            return Answer.Refused(Refusals.NotVisible);
        }

        if (actor.WorksInOffice && actor.Refuse(Right.SeeBoard, directive.RelationTo(actor)) is { } never)
        {
            return Answer.Refused(never);
        }

        // A receiving unit sees its own row, never who else got it.
        var own = !actor.WorksInOffice ? actor.UnitId ?? Guid.Empty : (Guid?)null;
        var rows = await db.Set<Delivery>().AsNoTracking()
            .Where(one => one.DirectiveId == id && (own == null || one.UnitId == own)).OrderBy(one => one.Order).ToListAsync(ct);
        return Results.Ok(rows.Select(DeliveryView.Of));
    }

    private static async Task<IResult> InboxAsync(WorkflowDb db, Caller caller, CancellationToken ct)
    {
        var actor = await caller.ActorAsync(ct);
        var rows = actor.May(Right.Acknowledge, Relation.Unit)
            ? await db.Set<Delivery>().AsNoTracking().Where(one => one.UnitId == actor.UnitId).OrderByDescending(one => one.DueAt).ToListAsync(ct)
            : [];
        return Results.Ok(rows.Select(DeliveryView.Of));
    }
}
