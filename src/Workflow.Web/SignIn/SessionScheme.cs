using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>Signs visitors in by the session their browser holds the secret of. Asked at every request, so a session that ended is over at once.</summary>
internal sealed class SessionScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions, SessionCookie cookie)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Session";

    /// <summary>Claim with the session's key, which is not secret.</summary>
    public const string SessionClaim = "session";

    /// <summary>Key of the session a request belongs to; null outside one.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim) is { } id ? Guid.Parse(id) : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Context) is not { } secret)
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.FindAsync(secret, Context.RequestAborted) is not { } session)
        {
            return AuthenticateResult.Fail("The session has ended.");
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, session.PersonId.ToString()), new Claim(SessionClaim, session.Id.ToString())], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    // A part of a page that is fetched by script cannot show the sign-in; the script is told instead.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Headers.ContainsKey("X-Fragment"))
        {
            return base.HandleChallengeAsync(properties);
        }

        var back = HttpMethods.IsGet(Request.Method) ? QueryString.Create("back", Request.Path + Request.QueryString) : QueryString.Empty;
        Response.Redirect("/sign-in" + back);
        return Task.CompletedTask;
    }
}
