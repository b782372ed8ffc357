using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Acknowledgment;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>A signed-in clerk refuses for the unit.</summary>
internal sealed class UnitRefusalModel(RefuseDelivery refuse) : IncomingPage
{
    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await refuse.AsUnitAsync(Actor, DeliveryId, new(Name, Position, Reason), Aborted), _ => Here, "Receipt.RefusedDone");
}
