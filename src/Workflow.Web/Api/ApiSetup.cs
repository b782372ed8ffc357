using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics;
using Workflow.Directives;
using Workflow.Web.Rights;
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

    /// <summary>Whether a request is for the API rather than a page.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api");

    /// <summary>
    /// Answers what routing did not find (404), or found under another method (405) or content type (415). Without this such a request
    /// would fall to the rule that everything wants a sign-in, and be sent to the sign-in page. Stands before authorization.
    /// </summary>
    public static IApplicationBuilder UseMisses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsApi(context.Request) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        switch (context.GetEndpoint())
        {
            case null when IsApi(context.Request):
                return Answer.Refused(Refusals.NotVisible).ExecuteAsync(context);
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case RouteEndpoint or { RequestDelegate: null }:
                return next(context);
            case { RequestDelegate: { } miss }:
                return miss(context);
        }
    });

    public static void MapApi(this WebApplication app)
    {
        app.UseMiddleware<IdempotentPosts>();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api").RequireAuthorization(SignInSetup.ApiPolicy).AskingForProof();
        ConfirmationsApi.Map(api);
        PeopleApi.Map(api);
        DirectivesApi.Map(api);
        OrdersApi.Map(api);
        WorkItemsApi.Map(api);
        SigningApi.Map(api);
        DeliveriesApi.Map(api);
        DirectoryApi.Map(api);
        ReadingsApi.Map(api);
        ChecksApi.Map(api);
        DirectoryChangesApi.Map(api);
        ReceiptsApi.Map(app.MapGroup("/api/receipts").AllowAnonymous());
    }
}
