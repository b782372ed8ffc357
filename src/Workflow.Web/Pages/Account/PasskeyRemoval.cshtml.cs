using System.Buffers.Text;
using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Audit;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.Account;

/// <summary>Removes one of the visitor's passkeys. Asks for no proof: whoever lost the device is in a hurry.</summary>
internal sealed class PasskeyRemovalModel(Passkeys keys) : AccountPage
{
    public async Task<IActionResult> OnPostAsync(string? passkey)
    {
        var known = (await keys.OfAsync(Actor)).SingleOrDefault(one => Base64Url.EncodeToString(one.CredentialId) == passkey);
        if (known is null)
        {
            return Missing();
        }

        Db.Record(Now, Actor, null, "account.passkey-removed", null, null, known.Name);
        await keys.RemoveAsync(Actor, known.CredentialId);
        TempData["Done"] = Visit.Say("Account.PasskeyRemoved");
        return LocalRedirect("/account");
    }
}
