using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Dissemination;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>Takes the unit's links back and sends it a new one.</summary>
internal sealed class NewLinkModel(ReplaceLink replace) : UnitPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        var replaced = await replace.RunAsync(Actor, DeliveryId, Aborted);
        return await EndAsync(replaced, _ => Here, replaced is { Done: true, Value: false } ? "Dissemination.LinkTakenBack" : "Dissemination.NewLinkDone");
    }
}
