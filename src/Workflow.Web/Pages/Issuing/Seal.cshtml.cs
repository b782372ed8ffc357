using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Issuing;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.Issuing;

/// <summary>The registry applies the organ's seal.</summary>
internal sealed class SealModel(SealDirective seal) : DeskPage
{
    [BindProperty]
    public string? Pin { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await seal.RunAsync(Actor, new(TaskId, Pin), Aborted), "Issuing.SealDone");
}
