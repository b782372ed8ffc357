using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Approval;

namespace Workflow.Web.Pages.Signing;

/// <summary>The signer sends the document back to its drafter, with a reason.</summary>
internal sealed class ReturnUnsignedModel(ReturnDirective giveBack) : SignPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await giveBack.RunAsync(Actor, new(TaskId, SeenRevision, Reason), Aborted), "Approval.ReturnDone");
}
