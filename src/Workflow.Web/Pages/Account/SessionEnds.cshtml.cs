using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.Pages.Account;

/// <summary>Ends one of the visitor's sessions, or all but this one. Asks for no proof: it can only take away.</summary>
internal sealed class SessionEndsModel(Sessions sessions) : AccountPage
{
    public async Task<IActionResult> OnPostAsync(Guid? sessionId)
    {
        if (Actor.PersonId is not { } me || (sessionId is { } one && !await sessions.EndAsync(me, one, SessionEnd.Ended, Aborted)))
        {
            return Missing();
        }

        if (sessionId is null)
        {
            await sessions.EndOthersAsync(me, Here, Aborted);
        }

        TempData["Done"] = Visit.Say("Account.SessionEnded");
        return LocalRedirect("/account");
    }
}
