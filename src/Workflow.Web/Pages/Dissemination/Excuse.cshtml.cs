using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Dissemination;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>Stops waiting for a unit, with a reason that stays on the board.</summary>
internal sealed class ExcuseModel(ExcuseUnit excuse) : UnitPage
{
    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await excuse.RunAsync(Actor, DeliveryId, Because, Aborted), _ => Here, "Dissemination.ExcuseDone");
}
