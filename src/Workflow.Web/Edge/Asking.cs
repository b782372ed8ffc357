using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Workflow.Web.Edge;

/// <summary>How often one address may ask.</summary>
internal static class Asking
{
    /// <summary>Counters kept at most, of each kind; addresses share them by a hash nobody outside can compute.</summary>
    private const int MostCounters = 16_384;
    private const int NetworkBytes = 8;
    private const string Unlimited = "";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Set(RateLimiterOptions options, EdgeSettings edge)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            Limiter(edge.RequestsPerMinute, _ => true),
            Limiter(edge.VerificationsPerMinute, context => HttpMethods.IsPost(context.Request.Method)
                && (context.Request.Path.StartsWithSegments("/verify") || context.Request.Path.StartsWithSegments(PolicyReports.Path))));
        options.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected.HttpContext, rejected.Lease));
    }

    /// <summary>Counts by address.</summary>
    /// <param name="perMinute">How many.</param>
    /// <param name="counts">Which requests.</param>
    public static PartitionedRateLimiter<HttpContext> Limiter(int perMinute, Func<HttpContext, bool> counts) => PartitionedRateLimiter.Create<HttpContext, string>(
        context => EdgeAnswer.IsShown(context) || !counts(context)
            ? RateLimitPartition.GetNoLimiter(Unlimited)
            : RateLimitPartition.GetFixedWindowLimiter(CounterOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = perMinute,
                Window = Window,
                QueueLimit = 0,
            }));

    public static Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Window;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return EdgeAnswer.EndAsync(context, StatusCodes.Status429TooManyRequests);
    }

    // Whoever has one IPv6 address has a whole /64 of them (RFC 4291, 2.5.4).
    private static string CounterOf(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address ?? IPAddress.None;
        var bytes = plain.GetAddressBytes().AsSpan();
        var network = plain.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..NetworkBytes] : bytes;
        return ((uint)string.GetHashCode(Convert.ToHexString(network), StringComparison.Ordinal) % MostCounters).ToString(CultureInfo.InvariantCulture);
    }
}
