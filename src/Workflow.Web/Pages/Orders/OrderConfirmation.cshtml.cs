using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Orders;

namespace Workflow.Web.Pages.Orders;

/// <summary>Confirms every task whose bodies are known.</summary>
internal sealed class OrderConfirmationModel(ConfirmOrders confirm) : OrdersPage
{
    [BindProperty]
    public int SeenRevision { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await confirm.RunAsync(Actor, DirectiveId, SeenRevision, Aborted), _ => Back(), "Orders.ConfirmedAll");
}
