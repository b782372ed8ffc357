using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Acknowledgment;
using Workflow.Web.Pages.Numbering;
using Workflow.Web.Pages.Shared;
using Workflow.Web.Pages.Signing;

namespace Workflow.Web.Pages;

/// <summary>Wires the pages: languages, encoding, response headers, static files.</summary>
internal static class PagesSetup
{
    /// <summary>What a page may load: nothing but this host's own files, no inline script or style.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRazorPages(options => options.Conventions.ConfigureFilter(new TypeFilterAttribute(typeof(VisitFilter))));
        services.AddScoped<SpokenTime>();
        services.AddScoped<Visit>();
        services.AddScoped<Frames>();
        services.AddScoped<NextNumber>();
        services.AddScoped<CopyFiles>();
        services.AddScoped<ToBeSigned>();

        // Vietnamese letters are sent as letters, not as entities: a third of the size, and readable in the source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.UseRequestLocalization(Languages.Options);
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
