using Microsoft.AspNetCore.Mvc;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>The files of a unit's copy, for whoever holds the unit's link.</summary>
internal sealed class LinkFilesModel(CopyFiles files) : ReceiptPage
{
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    public override async Task<IActionResult> OnGetAsync() =>
        await ShowAsync() ? await files.OfAsync(this, Visit, Copy, What, Copy.Receipt?.Name ?? Copy.Delivery.UnitName) : Missing();
}
