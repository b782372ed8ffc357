using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Acknowledgment;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>A signed-in clerk acknowledges for the unit.</summary>
internal sealed class UnitReceiptModel(AcknowledgeDelivery acknowledge) : IncomingPage
{
    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await acknowledge.AsUnitAsync(Actor, DeliveryId, new(Name, Position, ArrivalNumber), Aborted), _ => Here, "Receipt.Done");
}
