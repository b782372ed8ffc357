using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Dissemination;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>Sends a failed notice again, to the same address or to a corrected one.</summary>
internal sealed class ResendModel(ResendNotice resend) : UnitPage
{
    [BindProperty]
    public string? Address { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var address = string.IsNullOrWhiteSpace(Address) ? null : Address.Trim();
        return await EndAsync(await resend.RunAsync(Actor, new(DeliveryId, address), Aborted), _ => Here, "Dissemination.ResendDone");
    }
}
