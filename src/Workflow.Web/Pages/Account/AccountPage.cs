using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;
using Workflow.Web.Pages.Shared;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.Account;

/// <summary>The visitor's own account: where he is signed in, and what he proves himself with.</summary>
internal class AccountPage : VisitedPage
{
    /// <summary>The password that every change here asks for.</summary>
    [BindProperty]
    public string? Current { get; set; }

    public string Email { get; private set; } = "";

    public DateTime? PasswordSetAt { get; private set; }

    public bool Authenticator { get; private set; }

    public int CodesLeft { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>Challenge for a new passkey; null where there can be none.</summary>
    public PasskeyChallenge? NewPasskey { get; private set; }

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>The session of this very request.</summary>
    public Guid? Here => SessionScheme.SessionOf(User);

    /// <summary>Recovery codes just made. They are shown this once.</summary>
    public IReadOnlyList<string> NewCodes { get; protected set; } = [];

    public int Shortest => Authenticator ? PasswordRules.ShortestWithSecondFactor : PasswordRules.Shortest;

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        var me = Actor.PersonId;
        Response.Headers.CacheControl = "no-store";
        Email = await Db.Set<Person>().Where(one => one.Id == me).Select(one => one.Email).SingleAsync(Aborted);
        var account = await Db.Set<Directives.People.Accounts.Account>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == me, Aborted);
        (PasswordSetAt, Authenticator) = (account?.PasswordSetAt, account?.AuthenticatorSeed is not null);
        CodesLeft = await Db.Set<RecoveryCode>().CountAsync(one => one.AccountId == me, Aborted);
        var keys = HttpContext.RequestServices.GetRequiredService<Workflow.Web.SignIn.Passkeys>();
        if (keys.Possible && account is not null)
        {
            (Passkeys, NewPasskey) = (await keys.OfAsync(Actor), await keys.AskNewAsync(Actor, Email));
        }

        Sessions = await Db.Set<Session>().AsNoTracking()
            .Where(one => one.PersonId == me && one.EndedAt == null && one.LastSeenAt > Now - Session.Idle && one.CreatedAt > Now - Session.Longest)
            .OrderByDescending(one => one.LastSeenAt).ToListAsync(Aborted);
        Tokens = await Db.Set<ApiToken>().AsNoTracking()
            .Where(one => one.PersonId == me && one.RevokedAt == null && one.ExpiresAt > Now).OrderByDescending(one => one.CreatedAt).ToListAsync(Aborted);
        return true;
    }

    /// <summary>Whether the visitor proved anew who he is.</summary>
    /// <returns>Null when he did.</returns>
    protected Task<Refusal?> ConfirmAsync() =>
        HttpContext.RequestServices.GetRequiredService<ConfirmIdentity>().RunAsync(Actor, new IdentityProof(Current, null), Aborted);

    /// <summary>Shows recovery codes in this very answer and never again, so the page is not left by a redirect.</summary>
    protected async Task<IActionResult> ShownOnceAsync(Result<IReadOnlyList<string>> result)
    {
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal);
        }

        NewCodes = result.Value;
        return await PageAsync();
    }
}
