using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Numbering;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.Numbering;

/// <summary>The registry gives number and date.</summary>
internal sealed class NumberModel(NumberDirective number) : DeskPage
{
    [BindProperty]
    public DateOnly? Date { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await number.RunAsync(Actor, new(TaskId, Date), Aborted), "Numbering.Done");
}
