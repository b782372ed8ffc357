using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Orders;

namespace Workflow.Web.Pages.Orders;

/// <summary>The tasks of a directive; posting confirms one, changes one, or adds one by hand.</summary>
internal sealed class OrdersModel(ConfirmOrder confirm) : OrdersPage
{
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public Guid? TaskId { get; set; }

    /// <summary>Names of those that lead, with semicolons between.</summary>
    [BindProperty]
    public string? Lead { get; set; }

    [BindProperty]
    public string? Support { get; set; }

    [BindProperty]
    public string? Task { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? DueWords { get; set; }

    [BindProperty]
    public string? Route { get; set; }

    [BindProperty]
    public bool FollowUp { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var support = (Support ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => "+" + name);
        var bodies = string.Join("; ", (Lead ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Concat(support));
        var result = await confirm.RunAsync(
            Actor,
            new(DirectiveId, Key, TaskId, bodies, Task, await UnitsAsync(Lead), await UnitsAsync(Support), DueOn, DueWords, Route, FollowUp),
            Aborted);
        return await EndAsync(result, task => Back($"o-{task.Id:n}"), "Orders.ConfirmedOne");
    }
}
