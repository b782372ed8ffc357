using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.Pages.Account;

/// <summary>Gives the authenticator up.</summary>
internal sealed class AuthenticatorRemovalModel(RemoveAuthenticator remove) : AccountPage
{
    public async Task<IActionResult> OnPostAsync() => await ConfirmAsync() is { } refusal
        ? await AgainAsync(refusal)
        : await EndAsync(await remove.RunAsync(Actor, Aborted), _ => "/account", "Account.AuthenticatorRemoved");
}
