using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.Pages.Account;

/// <summary>Sets another password; the visitor's other sessions end.</summary>
internal sealed class PasswordModel(SetPassword set) : AccountPage
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Password != Again)
        {
            return await AgainAsync(AccountRefusals.PasswordsDiffer);
        }

        return await ConfirmAsync() is { } refusal
            ? await AgainAsync(refusal)
            : await EndAsync(await set.RunAsync(Actor, Password, Here, Aborted), _ => "/account", "Account.PasswordDone");
    }
}
