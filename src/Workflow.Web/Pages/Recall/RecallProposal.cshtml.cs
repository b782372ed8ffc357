using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Recall;
using Workflow.Web.Pages.Documents;

namespace Workflow.Web.Pages.Recall;

/// <summary>Somebody of the office proposes to take an issued document back.</summary>
internal sealed class RecallProposalModel(RecallDirective recall) : DirectivePage
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? ReplacedBy { get; set; }

    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await recall.ProposeAsync(Actor, new(DirectiveId, Reason, ReplacedBy), Aborted), _ => $"/directives/{DirectiveId}", "Recall.Proposed");
}
