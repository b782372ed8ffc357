using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;

namespace Workflow.Directives.Orders;

/// <summary>A clerk confirms at once every proposed task whose bodies the directory knows, as the text has it.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class ConfirmOrders(WorkflowDb db, TimeProvider time)
{
    /// <summary>Confirms them.</summary>
    /// <param name="actor">The drafter before the signature, or the registry.</param>
    /// <param name="directiveId">The directive.</param>
    /// <param name="seenRevision">Revision whose tasks the person saw.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<IReadOnlyList<OrderedTask>>> RunAsync(Actor actor, Guid directiveId, int seenRevision, CancellationToken ct) =>
        db.OnceAsync<IReadOnlyList<OrderedTask>>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, directiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        if (OrderAccess.Forbidden(directive, actor) is { } forbidden)
        {
            return forbidden;
        }

        if (seenRevision != directive.RevisionNo)
        {
            return Refusals.Stale(seenRevision, directive.RevisionNo);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var plan = await OrderPlan.MakeAsync(db, directive, WorkingCalendar.LocalDate(now), ct);
        var clear = plan.Orders.Where(order => order.State == OrderState.Proposed && order.Clear).ToList();
        if (clear.Count == 0)
        {
            return OrderRefusals.NothingClear;
        }

        var tasks = clear.ConvertAll(order => TaskOf(order, directiveId, actor, now));
        db.AddRange(tasks);
        directive.ChangedAt = now;
        db.Record(now, actor, OrderAccess.CapacityOf(actor), "orders.confirmed", directiveId, null, $"{tasks.Count}");
        await db.SaveChangesAsync(ct);
        return tasks;
    });

    private OrderedTask TaskOf(PlannedOrder order, Guid directiveId, Actor actor, DateTime now)
    {
        var read = order.Proposal!;
        return new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = directiveId,
            Passage = order.Key,
            Line = read.Line,
            Bodies = Printed(order),
            Task = Shortened(read.Task, OrderedTask.TaskLength),
            DueOn = read.Deadline?.Day,
            DueWords = read.Deadline?.Words,
            Route = read.Route,
            FollowUp = read.FollowUp,
            State = OrderState.Confirmed,
            PersonId = actor.PersonId!.Value,
            At = now,
            Units = [.. order.Bodies
                .SelectMany(body => body.Units.Select(unit => new OrderedTaskUnit { UnitId = unit.UnitId, UnitName = unit.UnitName, Role = body.Body.Role }))
                .DistinctBy(unit => unit.UnitId)],
        };
    }

    /// <summary>The bodies as the row keeps them, those that support behind a plus sign.</summary>
    /// <param name="order">The task.</param>
    public static string Printed(PlannedOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var words = string.Join("; ", order.Bodies.Select(body => (body.Body.Role == OrderRole.Support ? "+" : "") + body.Body.Text));
        return Shortened(words, OrderedTask.WordsLength);
    }

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
