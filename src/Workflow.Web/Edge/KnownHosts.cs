using System.Net;
using Workflow.Directives;

namespace Workflow.Web.Edge;

/// <summary>
/// Answers only under the names the office has: that of Office:PublicOrigin, those of Edge:Hosts, and this machine's own. A forged
/// <c>Host</c> would otherwise end up in caches and links (OWASP ASVS 5.0, 4.1.3).
/// </summary>
internal sealed class KnownHosts(RequestDelegate next, OfficeSettings office, EdgeSettings edge)
{
    private readonly HashSet<string> names = new(edge.HostNames.Append(office.PublicOrigin.Host).Select(Bare), StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context) => EdgeAnswer.IsShown(context) || IsKnown(Bare(context.Request.Host.Host))
        ? next(context)
        : EdgeAnswer.EndAsync(context, StatusCodes.Status400BadRequest);

    private bool IsKnown(string host) => names.Contains(host)
        || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string Bare(string host) => host.Trim('[', ']');
}
