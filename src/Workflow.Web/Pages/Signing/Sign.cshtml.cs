using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Signing;

namespace Workflow.Web.Pages.Signing;

/// <summary>The signer's decision.</summary>
internal sealed class SignModel(SignDirective sign) : SignPage
{
    public async Task<IActionResult> OnPostAsync() =>
        await EndTaskAsync(await sign.RunAsync(Actor, new(ItemId!.Value, SeenRevision, SeenHash), Aborted), "Signing.Done");
}
