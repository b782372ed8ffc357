using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Numbering;
using Workflow.Web.Pages.Documents;

namespace Workflow.Web.Pages.Numbering;

/// <summary>The Chief of Office agrees to void a number.</summary>
internal sealed class VoidConsentModel(VoidNumber voiding) : DirectivePage
{
    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await voiding.RunAsync(Actor, DirectiveId, Aborted), _ => $"/directives/{DirectiveId}", "Numbering.VoidDone");
}
