using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Dissemination;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>Reminds one unit.</summary>
internal sealed class RemindModel(RemindUnit remind) : UnitPage
{
    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await remind.RunAsync(Actor, DeliveryId, Aborted), _ => Here, "Dissemination.RemindDone");
}
