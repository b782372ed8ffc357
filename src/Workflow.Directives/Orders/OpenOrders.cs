using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;

namespace Workflow.Directives.Orders;

/// <summary>A confirmed task of an issued directive, with how far its units are.</summary>
/// <param name="Task">The task.</param>
/// <param name="Symbol">Number of the directive.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Completed">Units that have reported 06 (completed) for the directive.</param>
public sealed record OpenOrder(OrderedTask Task, string Symbol, string Subject, int Completed);

/// <summary>Lists of confirmed tasks: those an office follows, and those of one unit.</summary>
public static class OpenOrders
{
    private static readonly DirectiveState[] Issued = [DirectiveState.Issued, DirectiveState.Closed];

    /// <summary>
    /// Tasks of issued directives that the reader may see and that are still followed, the nearest day first, those without a day last. A task is done when
    /// each of its units has reported 06 for its copy.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="most">Most lines.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<OpenOrder>> OpenOrdersSeenByAsync(this WorkflowDb db, Actor actor, int most, CancellationToken ct)
    {
        var found = await (
            from task in db.Set<OrderedTask>().AsNoTracking().Include(task => task.Units)
            where task.State == OrderState.Confirmed
            join directive in db.DirectivesSeenBy(actor) on task.DirectiveId equals directive.Id
            where directive.State == DirectiveState.Issued
            where !task.Units.Any() || task.Units.Any(unit => !db.Set<Delivery>().Any(delivery => delivery.DirectiveId == directive.Id
                && delivery.UnitId == unit.UnitId && delivery.Status == DeliveryStatus.Completed))
            join number in db.Set<RegisterNumber>() on directive.Id equals number.DirectiveId
            orderby task.DueOn == null, task.DueOn, number.Date, task.Line
            select new
            {
                Task = task,
                number.Symbol,
                directive.Subject,
                Completed = task.Units.Count(unit => db.Set<Delivery>().Any(delivery => delivery.DirectiveId == directive.Id
                    && delivery.UnitId == unit.UnitId && delivery.Status == DeliveryStatus.Completed)),
            }).Take(most).ToListAsync(ct);
        return [.. found.Select(one => new OpenOrder(one.Task, one.Symbol, one.Subject, one.Completed))];
    }

    /// <summary>What an issued directive orders one unit to do; nothing of any other unit.</summary>
    /// <param name="db">The store.</param>
    /// <param name="directiveId">The directive.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<UnitOrder>> OrdersOfUnitAsync(this WorkflowDb db, Guid directiveId, Guid unitId, CancellationToken ct) => await (
        from task in db.Set<OrderedTask>().AsNoTracking()
        where task.DirectiveId == directiveId && task.State == OrderState.Confirmed
        join directive in db.Set<Directive>() on task.DirectiveId equals directive.Id
        where Issued.Contains(directive.State)
        from unit in task.Units
        where unit.UnitId == unitId
        orderby task.DueOn == null, task.DueOn, task.Line
        select new UnitOrder(task.Task, unit.Role, task.DueOn, task.DueWords, task.Route)).ToListAsync(ct);
}

/// <summary>A task as the unit it falls to reads it.</summary>
/// <param name="Task">What is to be done.</param>
/// <param name="Role">Whether the unit leads or supports.</param>
/// <param name="DueOn">Last day, or null.</param>
/// <param name="DueWords">Words of the deadline, or null.</param>
/// <param name="Route">The way to report, or null.</param>
public sealed record UnitOrder(string Task, OrderRole Role, DateOnly? DueOn, string? DueWords, string? Route);
