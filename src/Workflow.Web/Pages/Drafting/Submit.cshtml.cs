using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Drafting;

namespace Workflow.Web.Pages.Drafting;

/// <summary>Hands the draft over for review and signing.</summary>
internal sealed class SubmitModel(SubmitDirective submit) : DraftPage
{
    [BindProperty]
    public List<Guid> Consultees { get; set; } = [];

    [BindProperty]
    public Guid? SignerId { get; set; }

    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await submit.RunAsync(Actor, new(DirectiveId, SeenRevision, Consultees, SignerId), Aborted), sent => $"/directives/{sent.Id}", "Drafting.Submitted");
}
