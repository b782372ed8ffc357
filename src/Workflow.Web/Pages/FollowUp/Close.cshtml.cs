using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.FollowUp;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.FollowUp;

/// <summary>The end of follow-up.</summary>
internal sealed class CloseModel(CloseDirective close) : DeskPage
{
    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await close.RunAsync(Actor, new(TaskId, Note), Aborted), "FollowUp.Done");
}
