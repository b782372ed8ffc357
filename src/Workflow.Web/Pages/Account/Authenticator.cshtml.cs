using Microsoft.AspNetCore.Mvc;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.Account;

/// <summary>Shows a new secret for an authenticator. It counts only when a first code of it was seen.</summary>
internal sealed class AuthenticatorModel(NewAuthenticator fresh) : AccountPage, IShowsSeed
{
    public ShownSeed? Seed { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ConfirmAsync() is { } refusal)
        {
            return await AgainAsync(refusal);
        }

        await ShowAsync();
        Seed = fresh.Make(Actor, Email);
        return Page();
    }
}

/// <summary>A page that shows a secret for an authenticator.</summary>
internal interface IShowsSeed
{
    ShownSeed? Seed { get; }
}
