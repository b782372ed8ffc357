using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Recall;
using Workflow.Web.Pages.Acknowledgment;

namespace Workflow.Web.Pages.Recall;

/// <summary>A unit answers a recall signed in.</summary>
internal sealed class UnitRecallModel(AnswerRecall answer) : IncomingPage
{
    [BindProperty]
    public RecallStance Stance { get; set; }

    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await answer.AsUnitAsync(Actor, DeliveryId, new(Stance, Name, Position, Reason), Aborted), _ => Here, "Recall.AnswerDone");
}
