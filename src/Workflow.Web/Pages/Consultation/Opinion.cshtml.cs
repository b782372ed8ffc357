using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Consultation;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.Consultation;

/// <summary>An answer to a consultation.</summary>
internal sealed class OpinionModel(GiveOpinion give) : DeskPage
{
    [BindProperty]
    public Stance Stance { get; set; }

    [BindProperty]
    public string? Opinion { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await give.RunAsync(Actor, new(TaskId, SeenRevision, Stance, Opinion), Aborted), "Consultation.Done");
}
