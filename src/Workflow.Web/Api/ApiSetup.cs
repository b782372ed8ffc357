using System.Text.Json.Serialization;
using Workflow.Web.SignIn;

namespace Workflow.Web.Api;

/// <summary>Wires the JSON API.</summary>
internal static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOpenApi();
        services.AddScoped<Caller>();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        return services;
    }

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
