using System.Threading.RateLimiting;

namespace Workflow.Web.Edge;

/// <summary>
/// Slows down guessing without slowing down work: only what fails is counted. Links of notices that open nothing, and attempts to sign
/// in that lead nowhere; after too many of them an address has to wait, right or wrong (OWASP ASVS 5.0, 6.3.1).
/// </summary>
internal sealed class Misses(RequestDelegate next, EdgeSettings edge) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> links = Asking.Limiter(edge.LinkMissesPerMinute, IsLink);
    private readonly PartitionedRateLimiter<HttpContext> signIns = Asking.Limiter(edge.SignInMissesPerMinute, IsSignIn);

    public async Task InvokeAsync(HttpContext context)
    {
        // Nothing is taken yet: only whether anything is left.
        using var link = links.AttemptAcquire(context, 0);
        using var signIn = signIns.AttemptAcquire(context, 0);
        if (!link.IsAcquired || !signIn.IsAcquired)
        {
            await Asking.RefuseAsync(context, link.IsAcquired ? signIn : link);
            return;
        }

        // Decided now: a page shown in place of a status has another path.
        var (isLink, isSignIn) = (IsLink(context), IsSignIn(context));
        await next(context);
        if (isLink && context.Response.StatusCode == StatusCodes.Status404NotFound)
        {
            using var counted = links.AttemptAcquire(context);
        }

        if (isSignIn && !LedIn(context.Response))
        {
            using var counted = signIns.AttemptAcquire(context);
        }
    }

    public void Dispose()
    {
        links.Dispose();
        signIns.Dispose();
    }

    // Whoever got in is sent on; whoever did not sees a page, or is sent back to where one signs in.
    private static bool LedIn(HttpResponse response) => response.StatusCode is >= StatusCodes.Status300MultipleChoices and < StatusCodes.Status400BadRequest
        && !response.Headers.Location.ToString().StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase);

    private static bool IsLink(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/a") || context.Request.Path.StartsWithSegments("/api/receipts");

    private static bool IsSignIn(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/sign-in");
}
