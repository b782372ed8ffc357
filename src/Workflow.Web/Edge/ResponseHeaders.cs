using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticAssets;

namespace Workflow.Web.Edge;

/// <summary>
/// What every response tells the browser (OWASP ASVS 5.0, 3.4): pages, answers of the API, files and errors alike. Written when the
/// response starts, so that no error path can lose them; a page that has said something narrower keeps it.
/// </summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    /// <summary>One year, in seconds.</summary>
    private const int StrictTransport = 31_536_000;
    private const int NonceBytes = 16;

    // Devices and features that no page of an office uses; passkeys are for our own pages alone.
    private const string Permissions =
        "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
        + "identity-credentials-get=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=(), "
        + "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    public Task InvokeAsync(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        context.Features.Set(new ScriptNonce(nonce));
        context.Response.OnStarting(Write, (context, nonce));
        return next(context);
    }

    private static Task Write(object state)
    {
        var (context, nonce) = ((HttpContext, string))state;
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy(nonce);
        }

        headers["Reporting-Endpoints"] = $"policy=\"{PolicyReports.Path}\"";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = $"max-age={StrictTransport}; includeSubDomains";
        }

        // Only our own static files may be kept: everything else is somebody's, or will be different the next time.
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    // Scripts by nonce, never by place; HTML is made from text by our own script alone, under one named policy (Trusted Types).
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; "
        + "manifest-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + $"require-trusted-types-for 'script'; trusted-types own-pages; report-uri {PolicyReports.Path}; report-to policy";
}

/// <summary>What lets a script of this one response run.</summary>
/// <param name="Value">128 random bits, base64.</param>
internal sealed record ScriptNonce(string Value);
