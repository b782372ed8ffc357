using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Orders;

namespace Workflow.Web.Pages.Orders;

/// <summary>Drops a task.</summary>
internal sealed class OrderRemovalModel(DropOrder drop) : OrdersPage
{
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public Guid? TaskId { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await drop.RunAsync(Actor, new(DirectiveId, Key, TaskId), Aborted), _ => Back(), "Orders.DroppedOne");
}
