using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Acknowledgment;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>Enters a receipt that came on paper or by telephone.</summary>
internal sealed class PaperReceiptModel(AcknowledgeDelivery acknowledge) : UnitPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Position { get; set; }

    [BindProperty]
    public string? ArrivalNumber { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await acknowledge.OnPaperAsync(Actor, DeliveryId, new(Name, Position, ArrivalNumber), Basis, Aborted), _ => Here, "Dissemination.PaperDone");
}
