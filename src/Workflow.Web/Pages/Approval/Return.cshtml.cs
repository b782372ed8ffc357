using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Approval;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.Approval;

/// <summary>Back to the drafter, with a reason.</summary>
internal sealed class ReturnModel(ReturnDirective giveBack) : DeskPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await giveBack.RunAsync(Actor, new(TaskId, SeenRevision, Reason), Aborted), "Approval.ReturnDone");
}
