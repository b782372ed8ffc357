using System.Text.Json.Serialization;
using Workflow.Directives;
using Workflow.Web.SignIn;

namespace Workflow.Web.Api;

/// <summary>Wires the JSON API.</summary>
internal static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOpenApi(ApiDocument.Describe);
        services.AddScoped<Caller>();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        return services;
    }

    /// <summary>
    /// Answers what routing did not find under /api (404), or found under another method (405) or content type (415). Without this such
    /// a request would fall to the rule for pages and be sent to the sign-in page. Stands before authorization.
    /// </summary>
    public static IApplicationBuilder UseApiMisses(this IApplicationBuilder app) => app.Use((context, next) =>
        !context.Request.Path.StartsWithSegments("/api") ? next(context) : context.GetEndpoint() switch
        {
            null => Answer.Refused(Refusals.NotVisible).ExecuteAsync(context),
            RouteEndpoint => next(context),
            { RequestDelegate: { } miss } => miss(context),
            _ => next(context),
        });

    public static void MapApi(this WebApplication app)
    {
        app.UseMiddleware<IdempotentPosts>();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api").RequireAuthorization(SignInSetup.ApiPolicy);
        DirectivesApi.Map(api);
        WorkItemsApi.Map(api);
        DeliveriesApi.Map(api);
        DirectoryApi.Map(api);
        ReceiptsApi.Map(app.MapGroup("/api/receipts").AllowAnonymous());
    }
}
