using Microsoft.AspNetCore.Mvc;

namespace Workflow.Web.Pages.Drafting;

/// <summary>What stands beside the text, for the text as it is being typed. Nothing is stored.</summary>
internal sealed class PreviewModel : DraftPage
{
    public Task<IActionResult> OnPostAsync() => PageAsync();
}
