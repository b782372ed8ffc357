using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Signing;

namespace Workflow.Web.Pages.Signing;

/// <summary>The signer's decision.</summary>
internal sealed class SignModel(SignDirective sign) : SignPage
{
    /// <summary>SHA-256 of the PDF that was at hand.</summary>
    [BindProperty]
    public string SeenPaper { get; set; } = "";

    [BindProperty]
    public string? Pin { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await sign.RunAsync(Actor, new(TaskId, SeenRevision, SeenHash, SeenPaper, Pin), Aborted), "Signing.Done");
}
