using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.Pages.Account;

/// <summary>Makes new recovery codes.</summary>
internal sealed class RecoveryCodesModel(MakeRecoveryCodes make) : AccountPage
{
    public async Task<IActionResult> OnPostAsync() => await ConfirmAsync() is { } refusal
        ? await AgainAsync(refusal)
        : await ShownOnceAsync(await make.RunAsync(Actor, Aborted));
}
