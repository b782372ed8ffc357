using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Workflow.Web.Edge;

/// <summary>
/// One line for each request that was refused or failed, for whoever watches over the office; the others at the level Debug. It names
/// the route and never the address, which may hold the secret of a link or what somebody searched for: <c>/a/{token}</c> is all that is
/// said of a link. Who asked is a pseudonym of this one run.
/// </summary>
internal sealed class AccessLog(RequestDelegate next, ILogger<AccessLog> logger, TimeProvider time)
{
    private const int PseudonymLength = 8;
    private static readonly byte[] Salt = RandomNumberGenerator.GetBytes(32);

    public async Task InvokeAsync(HttpContext context)
    {
        var (began, route) = (time.GetTimestamp(), RouteOf(context));
        await next(context);
        var status = context.Response.StatusCode;
        logger.Log(
            status >= StatusCodes.Status400BadRequest ? LogLevel.Information : LogLevel.Debug,
            "{Method} {Route} {Status} {Milliseconds} ms {Who}",
            Known(context.Request.Method), route, status, (long)time.GetElapsedTime(began).TotalMilliseconds, WhoOf(context));
    }

    // Taken before the page for a status takes the place of the route that was asked for.
    private static string RouteOf(HttpContext context) => context.GetEndpoint() switch
    {
        RouteEndpoint route => "/" + route.RoutePattern.RawText?.TrimStart('/'),
        _ => "(none)",
    };

    private static string Known(string method) => method.Length <= "OPTIONS".Length && method.All(char.IsAsciiLetterUpper) ? method : "(other)";

    private static string WhoOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } person
        ? Convert.ToHexStringLower(HMACSHA256.HashData(Salt, Encoding.UTF8.GetBytes(person)))[..PseudonymLength]
        : "-";
}
