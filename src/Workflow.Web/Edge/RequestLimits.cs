using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Workflow.Web.Edge;

/// <summary>How much and how slowly anybody may send. An endpoint that takes more says so with a size of its own.</summary>
internal sealed class RequestLimits(RequestDelegate next)
{
    /// <summary>Body of a form, bytes, unless its page says more.</summary>
    public const int Form = 64 * 1024;

    /// <summary>Any other body, bytes, unless its endpoint says more.</summary>
    public const int Body = 2 * 1024 * 1024;
    private const int MostFields = 1_024;
    private const int LongestFieldName = 200;
    private const int MostHeaders = 64;
    private const int LongestHeaders = 16 * 1024;
    private const int MostStreams = 50;
    private const int SlowestBytesPerSecond = 240;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan KeptOpen = TimeSpan.FromSeconds(60);

    public Task InvokeAsync(HttpContext context)
    {
        if (HasTwoLengths(context.Request))
        {
            context.Response.Headers.Connection = "close";
            return EdgeAnswer.EndAsync(context, StatusCodes.Status400BadRequest);
        }

        if (!EdgeAnswer.IsShown(context) && IsPlainForm(context.GetEndpoint()) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Form;
            if (context.Request.ContentLength > Form)
            {
                return EdgeAnswer.EndAsync(context, StatusCodes.Status413PayloadTooLarge);
            }
        }

        return next(context);
    }

    private static bool IsPlainForm(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is null;

    // A request that is measured in two ways, or chunked twice, is how one is hidden in another (RFC 9112, 6.1); the server keeps the length it did not
    // use under this name.
    private static bool HasTwoLengths(HttpRequest request) => request.Headers.TransferEncoding is { Count: > 0 } encoding
        && (encoding.Count > 1 || encoding.ToString().Contains(',', StringComparison.Ordinal) || request.Headers.ContainsKey("X-Content-Length"));

    public static void Set(KestrelServerOptions options, int connections)
    {
        options.AddServerHeader = false;
        var limits = options.Limits;
        limits.MaxConcurrentConnections = connections;
        limits.MaxRequestBodySize = Body;
        limits.MaxRequestHeaderCount = MostHeaders;
        limits.MaxRequestHeadersTotalSize = LongestHeaders;
        limits.RequestHeadersTimeout = HeadersWithin;
        limits.KeepAliveTimeout = KeptOpen;
        limits.MinRequestBodyDataRate = new MinDataRate(SlowestBytesPerSecond, Grace);
        limits.MinResponseDataRate = new MinDataRate(SlowestBytesPerSecond, Grace);
        limits.Http2.MaxStreamsPerConnection = MostStreams;
        limits.Http2.MaxRequestHeaderFieldSize = LongestHeaders;
    }

    public static void Set(FormOptions options)
    {
        options.ValueCountLimit = MostFields;
        options.KeyLengthLimit = LongestFieldName;
    }
}
