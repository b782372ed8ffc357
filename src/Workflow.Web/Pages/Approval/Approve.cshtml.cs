using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Approval;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.Approval;

/// <summary>A reviewer's yes.</summary>
internal sealed class ApproveModel(ApproveDirective approve) : DeskPage
{
    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await approve.RunAsync(Actor, new(TaskId, SeenRevision, Note), Aborted), "Approval.Done");
}
