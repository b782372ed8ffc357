using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Recall;
using Workflow.Web.Pages.Acknowledgment;

namespace Workflow.Web.Pages.Recall;

/// <summary>A unit answers a recall through its link.</summary>
internal sealed class LinkRecallModel(AnswerRecall answer) : ReceiptPage
{
    [BindProperty]
    public RecallStance Stance { get; set; }

    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await answer.ByLinkAsync(Token, new(Stance, Name, Position, Reason), Aborted), _ => $"/a/{Token}", "Recall.AnswerDone");
}
