using Workflow.Directives;

namespace Workflow.Web.Edge;

/// <summary>
/// A POST comes from our own pages, or from no browser at all. The browser says which in <c>Sec-Fetch-Site</c> (W3C Fetch Metadata),
/// an older one in <c>Origin</c>. This stands besides the anti-forgery field, and covers what has none.
/// </summary>
internal sealed class OwnPages(RequestDelegate next, OfficeSettings office)
{
    // "none": typed by the person, from no page.
    private static readonly string[] Ours = ["", "same-origin", "none"];

    public Task InvokeAsync(HttpContext context) =>
        EdgeAnswer.IsShown(context) || !HttpMethods.IsPost(context.Request.Method) || IsOurs(context.Request)
            ? next(context)
            : EdgeAnswer.EndAsync(context, StatusCodes.Status403Forbidden);

    private bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return Ours.Contains(site) && (site.Length > 0 || IsOurOrigin(request));
    }

    // "null" is what our own forms send, because our pages tell nobody where one comes from; the anti-forgery field decides about those.
    private bool IsOurOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin is "" or "null"
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && (Same(from, office.PublicOrigin) || string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Same(Uri one, Uri other) => one.Scheme == other.Scheme && one.Authority == other.Authority;
}
