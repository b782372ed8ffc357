using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;

namespace Workflow.Directives.Orders;

/// <summary>A clerk says that a passage gives no task, or takes back a task confirmed before.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class DropOrder(WorkflowDb db, TimeProvider time)
{
    /// <summary>What is dropped: one of the two.</summary>
    /// <param name="DirectiveId">The directive.</param>
    /// <param name="Key">A passage nobody has decided on.</param>
    /// <param name="TaskId">A confirmed task.</param>
    public sealed record Command(Guid DirectiveId, string? Key, Guid? TaskId);

    /// <summary>Stores the task as dropped.</summary>
    /// <param name="actor">The drafter before the signature, or the registry.</param>
    /// <param name="command">What is dropped.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<OrderedTask>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<OrderedTask>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, command.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        if (OrderAccess.Forbidden(directive, actor) is { } forbidden)
        {
            return forbidden;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (await FindAsync(directive, command, actor, now, ct) is not { } task)
        {
            return OrderRefusals.NoSuchOrder;
        }

        (task.State, task.PersonId, task.At) = (OrderState.Dropped, actor.PersonId!.Value, now);
        directive.ChangedAt = now;
        db.Record(now, actor, OrderAccess.CapacityOf(actor), "order.dropped", directive.Id, null, $"{task.Bodies}: {task.Task}");
        await db.SaveChangesAsync(ct);
        return task;
    });

    private async Task<OrderedTask?> FindAsync(Directive directive, Command command, Actor actor, DateTime now, CancellationToken ct)
    {
        var stored = await db.Set<OrderedTask>().SingleOrDefaultAsync(
            task => task.DirectiveId == directive.Id && (task.Id == command.TaskId || (command.Key != null && task.Passage == command.Key)), ct);
        if (stored is not null || command.Key is null)
        {
            return stored is { State: OrderState.Confirmed } ? stored : null;
        }

        var plan = await OrderPlan.MakeAsync(db, directive, WorkingCalendar.LocalDate(now), ct);
        if (plan.Orders.FirstOrDefault(order => order.Key == command.Key) is not { Proposal: { } read } planned)
        {
            return null;
        }

        var task = new OrderedTask
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = directive.Id,
            Passage = command.Key,
            Line = read.Line,
            Bodies = ConfirmOrders.Printed(planned),
            Task = Field.Clean(read.Task, OrderedTask.TaskLength, lines: true) ?? read.Task[..Math.Min(read.Task.Length, OrderedTask.TaskLength)],
            PersonId = actor.PersonId!.Value,
            At = now,
        };
        db.Add(task);
        return task;
    }
}
