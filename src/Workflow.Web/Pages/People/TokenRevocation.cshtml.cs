using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People;

namespace Workflow.Web.Pages.People;

/// <summary>Ends one of the visitor's tokens.</summary>
internal sealed class TokenRevocationModel(RevokeApiToken revoke) : PeoplePage
{
    [BindProperty(SupportsGet = true)]
    public Guid TokenId { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await revoke.RunAsync(Actor, TokenId, Aborted), _ => "/people#tokens", "People.TokenRevoked");
}
