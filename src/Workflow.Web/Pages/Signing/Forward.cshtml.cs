using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Signing;

namespace Workflow.Web.Pages.Signing;

/// <summary>The signer passes the document to another who may sign it.</summary>
internal sealed class ForwardModel(ForwardSignature forward) : SignPage
{
    [BindProperty]
    public Guid ToPersonId { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await forward.RunAsync(Actor, new(TaskId, ToPersonId), Aborted), "Signing.ForwardDone");
}
