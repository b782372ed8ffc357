using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Recipients;

namespace Workflow.Directives.Orders;

/// <summary>A clerk confirms a task read from the text, with or without changes, changes one confirmed before, or writes one by hand.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class ConfirmOrder(WorkflowDb db, TimeProvider time)
{
    /// <summary>What is confirmed.</summary>
    /// <param name="DirectiveId">The directive.</param>
    /// <param name="Key">Passage it was read from (<see cref="PlannedOrder.Key"/>); null with <paramref name="TaskId"/> or for a task by hand.</param>
    /// <param name="TaskId">A task confirmed before that is changed; null otherwise.</param>
    /// <param name="Bodies">Who is tasked, in words; may be empty when there are units.</param>
    /// <param name="Task">What is to be done.</param>
    /// <param name="Lead">Units that lead.</param>
    /// <param name="Support">Units that support.</param>
    /// <param name="DueOn">Last day, or null.</param>
    /// <param name="DueWords">Words of the deadline, or null.</param>
    /// <param name="Route">The way reports go, or null.</param>
    /// <param name="FollowUp">Whether it is the follow-up of the directive itself.</param>
    public sealed record Command(
        Guid DirectiveId, string? Key, Guid? TaskId, string? Bodies, string? Task, IReadOnlyList<Guid> Lead, IReadOnlyList<Guid> Support,
        DateOnly? DueOn = null, string? DueWords = null, string? Route = null, bool FollowUp = false);

    /// <summary>Stores the task as confirmed.</summary>
    /// <param name="actor">The drafter before the signature, or the registry.</param>
    /// <param name="command">What is confirmed.</param>
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
        var today = WorkingCalendar.LocalDate(now);
        var units = await UnitsAsync(command, today, ct);
        if (units is null)
        {
            return RecipientRefusals.UnitsUnknown;
        }

        var found = await FindAsync(directive, command, today, ct);
        if (!found.Done || Invalid(command, units) is not null)
        {
            return found.Refusal ?? Invalid(command, units)!;
        }

        var (stored, line) = found.Value;
        var task = Write(stored, command, line, units, actor, now);
        directive.ChangedAt = now;
        db.Record(now, actor, OrderAccess.CapacityOf(actor), stored is { State: OrderState.Confirmed } ? "order.changed" : "order.confirmed", directive.Id,
            null, $"{task.Bodies}: {task.Task}");
        task.State = OrderState.Confirmed;
        await db.SaveChangesAsync(ct);
        return task;
    });

    /// <summary>The row that exists already, if any, and the line of the passage.</summary>
    private async Task<Result<(OrderedTask? Stored, int Line)>> FindAsync(Directive directive, Command command, DateOnly today, CancellationToken ct)
    {
        var rows = db.Set<OrderedTask>().Include(task => task.Units).Where(task => task.DirectiveId == directive.Id);
        if (command.TaskId is { } id)
        {
            return await rows.SingleOrDefaultAsync(task => task.Id == id, ct) is { } one ? (one, one.Line) : OrderRefusals.NoSuchOrder;
        }

        if (command.Key is not { } key)
        {
            return (null, 0);
        }

        var plan = await OrderPlan.MakeAsync(db, directive, today, ct);
        return plan.Orders.FirstOrDefault(order => order.Key == key && order.Proposal is not null) is { } planned
            ? (await rows.SingleOrDefaultAsync(task => task.Passage == key, ct), planned.Proposal!.Line)
            : OrderRefusals.NoSuchOrder;
    }

    private async Task<List<OrderedTaskUnit>?> UnitsAsync(Command command, DateOnly today, CancellationToken ct)
    {
        var wanted = command.Lead.Select(id => (Id: id, Role: OrderRole.Lead))
            .Concat(command.Support.Select(id => (Id: id, Role: OrderRole.Support))).DistinctBy(unit => unit.Id).ToList();
        var ids = wanted.ConvertAll(unit => unit.Id);
        var units = await db.Set<Unit>().AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, ct);
        return wanted.TrueForAll(unit => units.TryGetValue(unit.Id, out var found) && found.LivesOn(today))
            ? wanted.ConvertAll(unit => new OrderedTaskUnit { UnitId = unit.Id, UnitName = units[unit.Id].Name, Role = unit.Role })
            : null;
    }

    private static Refusal? Invalid(Command command, List<OrderedTaskUnit> units)
    {
        if (Field.Clean(command.Task, OrderedTask.TaskLength, lines: true) is null)
        {
            return Refusals.Field("Nội dung nhiệm vụ", "Task", OrderedTask.TaskLength);
        }

        foreach (var (text, vietnamese, english) in new[]
        {
            (command.Bodies, "Cơ quan được giao", "Bodies"), (command.DueWords, "Thời hạn", "Deadline"), (command.Route, "Nơi báo cáo", "Route"),
        })
        {
            if (!string.IsNullOrWhiteSpace(text) && Field.Clean(text, OrderedTask.WordsLength) is null)
            {
                return Refusals.Field(vietnamese, english, OrderedTask.WordsLength);
            }
        }

        return string.IsNullOrWhiteSpace(command.Bodies) && units.Count == 0 ? OrderRefusals.Nobody : null;
    }

    private OrderedTask Write(OrderedTask? stored, Command command, int line, List<OrderedTaskUnit> units, Actor actor, DateTime now)
    {
        var bodies = Field.Clean(command.Bodies, OrderedTask.WordsLength) ?? Names(units);
        var task = stored ?? new OrderedTask
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = command.DirectiveId,
            Passage = command.Key,
            Bodies = bodies,
            Task = "",
            PersonId = actor.PersonId!.Value,
            At = now,
        };
        if (stored is null)
        {
            db.Add(task);
        }

        (task.Line, task.Bodies, task.Task) = (line, bodies, Field.Clean(command.Task, OrderedTask.TaskLength, lines: true)!);
        (task.DueOn, task.DueWords) = (command.DueOn, Field.Clean(command.DueWords, OrderedTask.WordsLength));
        (task.Route, task.FollowUp) = (Field.Clean(command.Route, OrderedTask.WordsLength), command.FollowUp);
        (task.PersonId, task.At) = (actor.PersonId!.Value, now);
        Replace(task.Units, units);
        return task;
    }

    // Rows that stay are kept, so that one unit is never removed and added in one save.
    private static void Replace(List<OrderedTaskUnit> rows, List<OrderedTaskUnit> units)
    {
        rows.RemoveAll(row => !units.Exists(unit => unit.UnitId == row.UnitId));
        foreach (var unit in units)
        {
            if (rows.Find(row => row.UnitId == unit.UnitId) is { } row)
            {
                row.Role = unit.Role;
            }
            else
            {
                rows.Add(unit);
            }
        }
    }

    private static string Names(List<OrderedTaskUnit> units)
    {
        const int Named = 3;
        var names = string.Join("; ", units.Take(Named).Select(unit => (unit.Role == OrderRole.Support ? "+" : "") + unit.UnitName));
        return units.Count > Named ? $"{names} (+{units.Count - Named})" : names;
    }
}
