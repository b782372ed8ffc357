using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Drafting;

namespace Workflow.Web.Pages.Drafting;

/// <summary>Ends a directive before it has a number.</summary>
internal sealed class CancelModel(CancelDirective cancel) : DraftPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await cancel.RunAsync(Actor, new(DirectiveId, Reason), Aborted), ended => $"/directives/{ended.Id}", "Drafting.Cancelled");
}
