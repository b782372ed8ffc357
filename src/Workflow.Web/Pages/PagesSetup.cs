using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.WebEncoders;
using Workflow.Web.Edge;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Acknowledgment;
using Workflow.Web.Pages.Numbering;
using Workflow.Web.Pages.Shared;
using Workflow.Web.Pages.Signing;

namespace Workflow.Web.Pages;

/// <summary>Wires the pages: languages, encoding, static files.</summary>
internal static class PagesSetup
{
    /// <summary>The longest text, three bytes a letter, each written as three characters by a browser without script.</summary>
    private const int LongestDraft = 12 * 1024 * 1024;

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRazorPages(options =>
        {
            options.Conventions.ConfigureFilter(new TypeFilterAttribute(typeof(VisitFilter)));
            Take(options.Conventions, "/Drafting", LongestDraft);
            Take(options.Conventions, "/Directory", RequestLimits.Body);
            Take(options.Conventions, "/Dissemination", RequestLimits.Body);
        });
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

    // Larger forms than others: a whole text, a list of members, a tick for each of many units.
    private static void Take(PageConventionCollection pages, string folder, int bytes) => pages.AddFolderApplicationModelConvention(folder, page =>
    {
        if (!page.EndpointMetadata.Concat(page.HandlerTypeAttributes).Any(one => one is IRequestSizeLimitMetadata))
        {
            page.EndpointMetadata.Add(new RequestSizeLimitAttribute(bytes));
        }
    });

    public static WebApplication MapPages(this WebApplication app)
    {
        app.UseRequestLocalization(Languages.Options);
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
