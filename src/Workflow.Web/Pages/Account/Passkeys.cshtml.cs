using Microsoft.AspNetCore.Mvc;
using Workflow.Directives;
using Workflow.Directives.Audit;
using Workflow.Directives.People.Accounts;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.Account;

/// <summary>Registers a passkey that the browser made.</summary>
internal sealed class PasskeysModel(Passkeys keys) : AccountPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Ticket { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ConfirmAsync() is { } refusal)
        {
            return await AgainAsync(refusal);
        }

        if (Field.Clean(Name, Field.NameLength) is not { } name || await keys.MadeAsync(Actor, Ticket, Credential, Aborted) is not { } made)
        {
            return await AgainAsync(AccountRefusals.PasskeyRefused);
        }

        made.Name = name;
        Db.Record(Now, Actor, null, "account.passkey-added", null, null, name);
        if (!await keys.KeepAsync(Actor, made))
        {
            Db.ChangeTracker.Clear();
            return await AgainAsync(AccountRefusals.PasskeyRefused);
        }

        TempData["Done"] = Visit.Say("Account.PasskeyAdded");
        return LocalRedirect("/account");
    }
}
