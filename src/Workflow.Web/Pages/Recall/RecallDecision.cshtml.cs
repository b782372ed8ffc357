using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Recall;
using Workflow.Web.Background;
using Workflow.Web.Pages.Documents;

namespace Workflow.Web.Pages.Recall;

/// <summary>A leader decides on a recall.</summary>
internal sealed class RecallDecisionModel(RecallDirective recall, OutboxSignal outbox) : DirectivePage
{
    [BindProperty]
    public bool Agree { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var decided = await recall.DecideAsync(Actor, DirectiveId, Agree, Aborted);
        outbox.Wake();
        return await EndAsync(decided, _ => $"/directives/{DirectiveId}", Agree ? "Recall.AgreedDone" : "Recall.DeclinedDone");
    }
}
