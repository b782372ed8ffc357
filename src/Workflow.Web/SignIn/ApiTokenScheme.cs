using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Web.SignIn;

/// <summary>Signs API callers in by <c>Authorization: Bearer wf_…</c> (RFC 6750).</summary>
internal sealed class ApiTokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, WorkflowDb db, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiToken";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString() is not { } header || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var (hash, now) = (IssueApiToken.Hash(header[Prefix.Length..].Trim()), time.GetUtcNow().UtcDateTime);
        var person = await db.Set<ApiToken>().AsNoTracking()
            .Where(token => token.Hash == hash && token.RevokedAt == null && token.ExpiresAt > now
                && db.Set<Person>().Any(one => one.Id == token.PersonId && one.DisabledAt == null))
            .Select(token => (Guid?)token.PersonId)
            .SingleOrDefaultAsync(Context.RequestAborted);
        return person is { } id
            ? AuthenticateResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString())], Name)), Name))
            : AuthenticateResult.Fail("The token is unknown, expired or revoked, or its person's account is closed.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // RFC 6750 section 3: the answer says which credentials are wanted.
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}
