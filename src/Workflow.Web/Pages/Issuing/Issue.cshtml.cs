using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Issuing;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.Issuing;

/// <summary>The registry sends the document to its whole list.</summary>
internal sealed class IssueModel(IssueDirective issue) : DeskPage
{
    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await issue.RunAsync(Actor, TaskId, Aborted), "Issuing.Done");
}
