using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.Orders;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>One incoming document of the unit.</summary>
internal sealed record IncomingLine(Delivery Delivery, string Subject, Urgency Urgency, string TemplateKey, string Symbol, DateOnly Date, string? ArrivalNumber)
{
    /// <summary>Tasks the directive sets for the unit.</summary>
    public int Orders { get; init; }

    /// <summary>The nearest day of one of them; null when none names a day.</summary>
    public DateOnly? NextDue { get; init; }
}

/// <summary>The incoming documents of the visitor's unit.</summary>
internal sealed class InboxModel : VisitedPage
{
    private const int MostLines = 300;

    /// <summary>awaited, done, or null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public IReadOnlyList<IncomingLine> Lines { get; private set; } = [];

    public int Awaited { get; private set; }

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        if (!Visit.MayEver(Right.Acknowledge))
        {
            return false;
        }

        var unit = Actor.UnitId;
        var lines = await (
            from delivery in Db.Set<Delivery>().AsNoTracking()
            where delivery.UnitId == unit
            join directive in Db.DirectivesSeenBy(Actor) on delivery.DirectiveId equals directive.Id
            join number in Db.Set<RegisterNumber>() on directive.Id equals number.DirectiveId
            orderby number.Date descending, number.N descending
            select new IncomingLine(
                delivery, directive.Subject, directive.Urgency, directive.TemplateKey, number.Symbol, number.Date,
                Db.Set<Workflow.Directives.Acknowledgment.Acknowledgment>().Where(one => one.DeliveryId == delivery.Id).Select(one => one.ArrivalNumber).FirstOrDefault())
            {
                Orders = Db.Set<OrderedTask>().Count(task => task.DirectiveId == directive.Id && task.State == OrderState.Confirmed
                    && task.Units.Any(one => one.UnitId == unit)),
                NextDue = Db.Set<OrderedTask>().Where(task => task.DirectiveId == directive.Id && task.State == OrderState.Confirmed
                    && task.Units.Any(one => one.UnitId == unit)).Min(task => task.DueOn),
            })
            .Take(MostLines).ToListAsync(Aborted);
        Awaited = lines.Count(line => line.Delivery.Awaited);
        Lines = Tab switch
        {
            "awaited" => [.. lines.Where(line => line.Delivery.Awaited).OrderBy(line => line.Delivery.DueAt)],
            "done" => [.. lines.Where(line => !line.Delivery.Awaited)],
            _ => [.. lines.OrderBy(line => !line.Delivery.Awaited)],
        };
        return true;
    }
}
