using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Drafting;
using Workflow.Directives.Orders;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Web.Api;

/// <summary>Tasks that directives give.</summary>
internal static class OrdersApi
{
    private const int Most = 300;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/orders", OpenAsync).WithTags("Orders").WithSummary("Confirmed tasks of issued directives that are still open, the nearest day first.");
        var orders = api.MapGroup("/directives/{id:guid}/orders").WithTags("Orders");
        orders.MapGet("/", ListAsync).WithSummary("Tasks read from the text, with what was decided about each.");
        orders.MapPost("/", async (Guid id, OrderBody body, ConfirmOrder act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), body.ToCommand(id), ct), TaskView.Of))
            .WithSummary("Confirms a task that was read (key), changes one (task), or adds one by hand (neither).");
        orders.MapPost("/confirmation", async (Guid id, SeenBody body, ConfirmOrders act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), id, body.SeenRevision, ct), tasks => tasks.Select(TaskView.Of)))
            .WithSummary("Confirms every task whose bodies the directory knows.");
        orders.MapPost("/removal", async (Guid id, RemovalBody body, DropOrder act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.Key, body.Task), ct), TaskView.Of))
            .WithSummary("Says that a passage gives no task, or takes a confirmed task back.");
    }

    internal sealed record OrderBody(
        string? Key, Guid? Task, string? Bodies, string? Text, Guid[]? Lead, Guid[]? Support, DateOnly? DueOn, string? DueWords, string? Route, bool FollowUp)
    {
        public ConfirmOrder.Command ToCommand(Guid id) => new(id, Key, Task, Bodies, Text, Lead ?? [], Support ?? [], DueOn, DueWords, Route, FollowUp);
    }

    internal sealed record SeenBody(int SeenRevision);

    internal sealed record RemovalBody(string? Key, Guid? Task);

    internal sealed record TaskView(
        Guid Id, Guid Directive, OrderState State, int Line, string Bodies, string Text, DateOnly? DueOn, string? DueWords, string? Route, bool FollowUp, TaskUnitView[] Units)
    {
        public static TaskView Of(OrderedTask one) => new(
            one.Id, one.DirectiveId, one.State, one.Line, one.Bodies, one.Task, one.DueOn, one.DueWords, one.Route, one.FollowUp,
            [.. one.Units.Select(unit => new TaskUnitView(unit.UnitId, unit.UnitName, unit.Role))]);
    }

    internal sealed record TaskUnitView(Guid Id, string Name, OrderRole Role);

    private static async Task<IResult> OpenAsync(WorkflowDb db, Caller caller, CancellationToken ct)
    {
        var orders = await db.OpenOrdersSeenByAsync(await caller.ActorAsync(ct), Most, ct);
        return Results.Ok(orders.Select(one => new { one.Symbol, one.Subject, one.Completed, Task = TaskView.Of(one.Task) }));
    }

    // Who else is tasked is the office's to read; a unit's own tasks stand beside its copy.
    private static async Task<IResult> ListAsync(WorkflowDb db, TimeProvider time, Caller caller, Guid id, CancellationToken ct)
    {
        var actor = await caller.ActorAsync(ct);
        if (await db.FindDirectiveAsync(actor, id, ct) is not { } directive)
        {
            return Answer.Refused(Refusals.NotVisible);
        }

        if (actor.Refuse(Right.SeeOrders, directive.RelationTo(actor)) is { } never)
        {
            return Answer.Refused(never);
        }

        var plan = await OrderPlan.MakeAsync(db, directive, WorkingCalendar.LocalDate(time.GetUtcNow().UtcDateTime), ct);
        return Results.Ok(plan.Orders.Select(order => new
        {
            order.Key,
            order.State,
            order.Clear,
            order.Proposal,
            Units = order.Bodies.SelectMany(body => body.Units.Select(unit => new TaskUnitView(unit.UnitId, unit.UnitName, body.Body.Role))),
            Task = order.Stored is { } stored ? TaskView.Of(stored) : null,
        }));
    }
}
