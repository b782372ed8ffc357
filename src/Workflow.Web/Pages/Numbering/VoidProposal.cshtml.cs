using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Numbering;
using Workflow.Web.Pages.Documents;

namespace Workflow.Web.Pages.Numbering;

/// <summary>The registry proposes to void a number.</summary>
internal sealed class VoidProposalModel(VoidNumber voiding) : DirectivePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await voiding.ProposeAsync(Actor, new(DirectiveId, Reason), Aborted), _ => $"/directives/{DirectiveId}", "Numbering.VoidProposed");
}
