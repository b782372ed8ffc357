using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Workflow.Directives;

namespace Workflow.Web.SignIn;

/// <summary>Wires signing in through an identity provider, when the settings name one.</summary>
internal static class OpenIdSetup
{
    /// <summary>Query of the sign-in page after a sign-in elsewhere that leads to nobody here.</summary>
    public const string Refused = "/sign-in?refused=openid";

    public static IServiceCollection AddOpenId(this IServiceCollection services, OpenIdSettings settings, OfficeSettings office)
    {
        services.AddSingleton(settings);
        if (!settings.On)
        {
            return services;
        }

        services.AddScoped<SignInByOpenId>();
        services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(_ => new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{settings.Authority.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = new Uri(settings.Authority).Scheme == Uri.UriSchemeHttps }));
        new AuthenticationBuilder(services).AddOAuth<OAuthOptions, OpenIdScheme>(OpenIdScheme.Name, options => Configure(options, settings, office));
        return services;
    }

    /// <summary>Names the address to which the provider sends people back; the scheme itself answers there, before any endpoint.</summary>
    public static void MapOpenId(this WebApplication app)
    {
        if (app.Services.GetRequiredService<OpenIdSettings>().On)
        {
            app.MapGet(OpenIdScheme.ReturnPath, () => Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static void Configure(OAuthOptions options, OpenIdSettings settings, OfficeSettings office)
    {
        // The endpoints are the discovery document's; until it is read they have to hold something.
        (options.AuthorizationEndpoint, options.TokenEndpoint) = (settings.Authority, settings.Authority);
        (options.ClientId, options.ClientSecret) = (settings.ClientId, settings.ClientSecret);
        options.CallbackPath = OpenIdScheme.ReturnPath;
        options.SignInScheme = SessionScheme.Name;
        options.UsePkce = true;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = office.PublicOrigin.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.Events.OnTicketReceived = EnterAsync;
        options.Events.OnRemoteFailure = failed =>
        {
            failed.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdScheme>>().LogWarning("Security: a sign-in through the identity provider was refused.");
            failed.Response.Redirect(Refused);
            failed.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static async Task EnterAsync(TicketReceivedContext received)
    {
        var (context, services) = (received.HttpContext, received.HttpContext.RequestServices);
        var person = await services.GetRequiredService<SignInByOpenId>().FindAsync(received.Principal!, context.RequestAborted);
        var entered = person is { } id && await services.GetRequiredService<SignInDoor>().EnterAsync(context, id, "openid");
        context.Response.Redirect(entered ? received.ReturnUri ?? "/" : Refused);
        received.HandleResponse();
    }
}
