using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Workflow.Directives;

namespace Workflow.Web.Edge;

/// <summary>Wires what stands before everything else: headers, hosts, limits.</summary>
internal static class EdgeSetup
{
    public static IServiceCollection AddEdge(this IServiceCollection services, EdgeSettings edge, OfficeSettings office)
    {
        services.AddSingleton(edge);
        services.AddSingleton<PolicyReports>();

        // It would write addresses, and with them the secrets of links; AccessLog says what may be said of a request.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
        services.AddRateLimiter(options => Asking.Set(options, edge));
        services.Configure<KestrelServerOptions>(options => RequestLimits.Set(options, edge.Connections));
        services.Configure<KestrelServerOptions>(TransportSecurity.Set);
        services.Configure<FormOptions>(RequestLimits.Set);
        services.Configure<AntiforgeryOptions>(options => Name(options.Cookie, office, "form"));
        services.Configure<CookieTempDataProviderOptions>(options => Name(options.Cookie, office, "told"));
        services.Configure<ForwardedHeadersOptions>(options => Believe(options, edge));
        return services;
    }

    /// <summary>Everything before the language of the request is known.</summary>
    public static void UseEdge(this WebApplication app)
    {
        var (edge, office) = (app.Services.GetRequiredService<EdgeSettings>(), app.Services.GetRequiredService<OfficeSettings>());
        app.UseMiddleware<ResponseHeaders>();
        if (edge.TrustedProxies.Length > 0)
        {
            app.UseForwardedHeaders();
        }

        if (IsSecure(office))
        {
            // An office that says its address is https is reached through TLS alone, its own or that of a proxy before it.
            app.Use((context, next) =>
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
                return next(context);
            });
        }

        app.UseMiddleware<AccessLog>();

        // Not a fallback route: that would win over a route of the API that wants another content type, or none.
        app.UseStatusCodePagesWithReExecute("/problem");
        app.UseMiddleware<Failures>();
        app.UseMiddleware<KnownHosts>();
        app.UseMiddleware<KnownMethods>();
        app.UseMiddleware<ReadableQuery>();
        app.UseRateLimiter();
        app.UseMiddleware<Misses>();
        app.UseMiddleware<OwnPages>();
        app.UseMiddleware<RequestLimits>();
    }

    /// <summary>Whether people reach the office through TLS.</summary>
    public static bool IsSecure(OfficeSettings office) => office.PublicOrigin.Scheme == Uri.UriSchemeHttps;

    // Lax, not strict: who comes from a link in a mail must not be given another cookie than his other pages have. The prefix makes the browser refuse a cookie that did not come from this very host over TLS (RFC 6265bis, 4.1.3.2).
    private static void Name(CookieBuilder cookie, OfficeSettings office, string name)
    {
        cookie.Name = IsSecure(office) ? $"__Host-workflow-{name}" : $"workflow-{name}";
        cookie.SecurePolicy = IsSecure(office) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
    }

    private static void Believe(ForwardedHeadersOptions options, EdgeSettings edge)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in edge.Proxies)
        {
            options.KnownProxies.Add(proxy);
        }
    }
}
