using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Drafting;
using Workflow.Directives.Orders;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Pages.Documents;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Orders;

/// <summary>What a directive orders: the tasks read from its text beside the text, to be confirmed, changed, dropped or added. Each act is a page that shows this one.</summary>
internal class OrdersPage : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DirectiveId { get; set; }

    public DirectiveView View { get; private set; } = null!;

    public OrderPlan Plan { get; private set; } = null!;

    /// <summary>Whether the visitor may decide on the tasks now.</summary>
    public bool Decides { get; private set; }

    /// <summary>Living units by name, for naming who is tasked.</summary>
    public IReadOnlyList<string> UnitNames { get; private set; } = [];

    public int Confirmed => Plan.Orders.Count(order => order.State == OrderState.Confirmed);

    /// <summary>Tasks that can be confirmed at once.</summary>
    public int Clear => Plan.Orders.Count(order => order.State == OrderState.Proposed && order.Clear);

    public Task<IActionResult> OnGetAsync() => PageAsync();

    // Which other units are tasked is not for a receiving unit to read here; its own tasks stand beside its copy.
    protected override async Task<bool> ShowAsync()
    {
        if (await DirectiveView.LoadAsync(Visit, DirectiveId, Aborted) is not { } view || !Visit.May(Right.SeeOrders, view.Directive.RelationTo(Actor)))
        {
            return false;
        }

        var today = WorkingCalendar.LocalDate(Now);
        View = view;
        Plan = await OrderPlan.MakeAsync(Db, view.Directive, today, Aborted);
        Decides = OrderAccess.Forbidden(view.Directive, Actor) is null;
        if (Decides)
        {
            UnitNames = await Db.Set<Unit>().Where(unit => unit.ValidFrom <= today && (unit.ValidUntil == null || unit.ValidUntil >= today)
                && unit.Kind != UnitKind.Section && unit.Kind != UnitKind.Person).OrderBy(unit => unit.Name).Select(unit => unit.Name).ToListAsync(Aborted);
        }

        return true;
    }

    protected async Task<IReadOnlyList<Guid>> UnitsAsync(string? names) =>
        await Db.FindDirectiveAsync(Actor, DirectiveId, Aborted) is { } directive
            ? await OrderPlan.UnitsOfAsync(Db, directive, names, WorkingCalendar.LocalDate(Now), Aborted)
            : [];

    protected string Back(string? place = null) => $"/directives/{DirectiveId}/orders{(place is null ? "" : "#" + place)}";
}

/// <summary>One task as the page shows it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Order">The task.</param>
/// <param name="Number">Its number on the page, from 1.</param>
internal sealed record OrderLine(OrdersPage Page, PlannedOrder Order, int Number)
{
    public string Task => Order.Stored?.Task ?? Order.Proposal?.Task ?? "";

    public int Line => Order.Proposal?.Line ?? 0;

    public DateOnly? DueOn => Order.Stored is { } stored ? stored.DueOn : Order.Proposal?.Deadline?.Day;

    public string? DueWords => Order.Stored is { } stored ? stored.DueWords : Order.Proposal?.Deadline?.Words;

    public string? Route => Order.Stored is { } stored ? stored.Route : Order.Proposal?.Route;

    public bool FollowUp => Order.Stored?.FollowUp ?? Order.Proposal?.FollowUp ?? false;

    public string Lead => Names(OrderRole.Lead);

    public string Support => Names(OrderRole.Support);

    private string Names(OrderRole role) => Order.Stored is { } stored
        ? string.Join("; ", stored.Bodies.Split("; ").Where(name => name.StartsWith('+') == (role == OrderRole.Support)).Select(name => name.TrimStart('+')))
        : string.Join("; ", Order.Bodies.Where(body => body.Body.Role == role).Select(body => body.Body.Text));
}
