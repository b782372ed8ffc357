using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>Gives the session of this request another secret: what was overheard before a fresh proof is worth nothing after it.</summary>
internal sealed class SessionRenewal(Sessions sessions, SessionCookie cookie, IHttpContextAccessor http)
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (http.HttpContext is { } context && SessionScheme.SessionOf(context.User) is { } id && await sessions.RenewAsync(id, ct) is { } secret)
        {
            cookie.Write(context, secret);
        }
    }
}
