using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Recipients;

namespace Workflow.Web.Pages.Drafting;

/// <summary>A clerk agrees to what a changed directory makes of the list.</summary>
internal sealed class AgreeModel(AgreeRecipients agree) : DraftPage
{
    [BindProperty]
    public string SeenList { get; set; } = "";

    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await agree.RunAsync(Actor, new(DirectiveId, SeenList), Aborted), _ => Back("draft#recipients"), "Recipients.Agreed");
}
