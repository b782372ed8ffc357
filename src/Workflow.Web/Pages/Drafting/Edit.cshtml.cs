using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Drafting;

namespace Workflow.Web.Pages.Drafting;

/// <summary>Saves the text as the next revision.</summary>
internal sealed class EditModel(ReviseDirective revise) : DraftPage
{
    [BindProperty]
    public string? Authority { get; set; }

    [BindProperty]
    public Urgency? Urgency { get; set; }

    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await revise.RunAsync(Actor, new(DirectiveId, SeenRevision, Text ?? "", Authority, Urgency), Aborted), saved => $"/directives/{saved.Id}/draft", "Drafting.Saved");
}
