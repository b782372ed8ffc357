using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People.Accounts;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.Account;

/// <summary>Takes the first code of an authenticator; from now on one is asked for at every sign-in.</summary>
internal sealed class AuthenticatorConfirmationModel(NewAuthenticator fresh, EnrolAuthenticator enrol) : AccountPage, IShowsSeed
{
    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public ShownSeed? Seed { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (fresh.Confirm(Actor, Ticket, Code) is { } good)
        {
            return await ShownOnceAsync(await enrol.RunAsync(Actor, good.Seed, good.Step, Here, Aborted));
        }

        await ShowAsync();
        Seed = fresh.Again(Actor, Email, Ticket);
        return await AgainAsync(AccountRefusals.AuthenticatorCode);
    }
}
