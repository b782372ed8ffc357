using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Workflow.Web.Edge;

/// <summary>Pages are read and posted to; everything else is turned away here (RFC 9110, 9.1 and 15.5.6), so that no page runs without a handler.</summary>
internal sealed class KnownMethods(RequestDelegate next)
{
    private static readonly string[] Taken = ["GET", "HEAD", "POST"];
    private static readonly string[] Others = ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT"];

    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (EdgeAnswer.IsShown(context))
        {
            // Whatever was asked, its answer is shown by reading the page for it; the form that was sent is not read again.
            context.Request.Method = HttpMethods.IsHead(method) ? method : HttpMethods.Get;
            return next(context);
        }

        if (HttpMethods.IsOptions(method))
        {
            context.Response.Headers.Allow = string.Join(", ", Taken);
            return EdgeAnswer.NothingAsync(context);
        }

        if (!Taken.Contains(method))
        {
            context.Response.Headers.Allow = string.Join(", ", Taken);
            return EdgeAnswer.EndAsync(context, Others.Contains(method) ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status501NotImplemented);
        }

        return Handles(context.GetEndpoint(), method) ? next(context) : EdgeAnswer.EndAsync(context, StatusCodes.Status405MethodNotAllowed);
    }

    private static bool Handles(Endpoint? endpoint, string method) =>
        endpoint?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page
        || !HttpMethods.IsPost(method)
        || page.HandlerMethods.Any(one => HttpMethods.IsPost(one.HttpMethod));
}
