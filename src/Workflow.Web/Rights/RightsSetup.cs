using Workflow.Web.Api;

namespace Workflow.Web.Rights;

/// <summary>Wires the table of rights: the gate before everything, and the fresh proof before what cannot be taken back.</summary>
internal static class RightsSetup
{
    public static IServiceCollection AddRights(this IServiceCollection services) =>
        services.AddSingleton<Confirmations>().AddScoped<FreshProof>();

    /// <summary>Asks for the proof after a repeated request was answered from what is kept, and before anything is done.</summary>
    public static RouteGroupBuilder AskingForProof(this RouteGroupBuilder api) => (RouteGroupBuilder)api.AddEndpointFilter(async (call, next) =>
        await call.HttpContext.RequestServices.GetRequiredService<FreshProof>().OfCallAsync(call.HttpContext) is { } refusal
            ? Answer.Refused(refusal)
            : await next(call));
}
