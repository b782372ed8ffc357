using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;
using Workflow.Web.Api;

namespace Workflow.Web.SignIn;

/// <summary>Signs API callers in by <c>Authorization: Bearer wf_…</c> (RFC 6750).</summary>
internal sealed class ApiTokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, WorkflowDb db, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiToken";

    private const string ScopeClaim = "scope";
    private const string Prefix = "Bearer ";

    /// <summary>Whether a request may go on with its token: one that only reads makes nothing.</summary>
    public static bool Suffices(AuthorizationHandlerContext asked) =>
        asked.User.HasClaim(ScopeClaim, $"{TokenScope.Act}")
        || (asked.Resource is HttpContext { Request.Method: var method } && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString() is not { } header || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var (hash, now) = (IssueApiToken.Hash(header[Prefix.Length..].Trim()), time.GetUtcNow().UtcDateTime);
        var found = await db.Set<ApiToken>().AsNoTracking()
            .Where(token => token.Hash == hash && token.RevokedAt == null && token.ExpiresAt > now
                && db.Set<Person>().Any(one => one.Id == token.PersonId && one.DisabledAt == null))
            .SingleOrDefaultAsync(Context.RequestAborted);
        if (found is null)
        {
            return AuthenticateResult.Fail("The token is unknown, expired or revoked, or its person's account is closed.");
        }

        await SeenAsync(found, WorkingCalendar.LocalDate(now));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, found.PersonId.ToString()), new Claim(ScopeClaim, $"{found.Scope}")], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // RFC 6750 section 3: the answer says which credentials are wanted.
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Answer.Refused(AccountRefusals.TokenReadsOnly).ExecuteAsync(Context);

    // To the day: enough to see which tokens nobody needs any more.
    private async Task SeenAsync(ApiToken token, DateOnly today)
    {
        if (token.LastUsedOn != today)
        {
            await db.Set<ApiToken>().Where(one => one.Id == token.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedOn, today), Context.RequestAborted);
        }
    }
}
