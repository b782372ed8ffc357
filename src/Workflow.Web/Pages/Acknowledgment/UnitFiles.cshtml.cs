using Microsoft.AspNetCore.Mvc;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>The files of a unit's copy, for its signed-in clerk.</summary>
internal sealed class UnitFilesModel(CopyFiles files) : IncomingPage
{
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    public override async Task<IActionResult> OnGetAsync() =>
        await ShowAsync() ? await files.OfAsync(this, Visit, Copy, What, Actor.Name) : Missing();
}
