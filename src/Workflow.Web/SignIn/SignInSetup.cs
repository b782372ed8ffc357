using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>Wires signing in: a session for pages, a token for the API, and nothing open by default.</summary>
internal static class SignInSetup
{
    /// <summary>Policy of the API: a token, never the cookie, so no other site can act with it.</summary>
    public const string ApiPolicy = "api";

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped<SignInDoor>();
        services.AddScoped<SignInOrigin>();
        services.AddScoped<SignInProofs>();
        services.AddScoped<OneTimeTickets>();
        services.AddScoped<Passkeys>();
        services.AddScoped<ConfirmIdentity>();
        services.AddAccounts();
        services.AddScoped<SignInByPassword>();
        services.AddScoped<SessionRenewal>();
        services.AddScoped<NewAuthenticator>();
        services.AddSingleton<SessionCookie>();
        services.AddAuthentication(SessionScheme.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionScheme>(SessionScheme.Name, _ => { })
            .AddScheme<AuthenticationSchemeOptions, ApiTokenScheme>(ApiTokenScheme.Name, _ => { });
        services.AddAuthorizationBuilder()
            .AddPolicy(ApiPolicy, policy => policy.AddAuthenticationSchemes(ApiTokenScheme.Name).RequireAuthenticatedUser().RequireAssertion(ApiTokenScheme.Suffices))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    // Identity keeps passwords and passkeys; who may do what stays with our own roles, and names with our own people.
    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddUserStore<UserOnlyStore<Account, WorkflowDb, Guid>>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<OfficeSettings>((options, office) =>
        {
            // Only at the office's own address, never in another site's frame, and only after the authenticator has recognised its owner.
            options.ServerDomain = office.PublicOrigin.Host;
            options.ValidateOrigin = asked => ValueTask.FromResult(
                !asked.CrossOrigin && string.Equals(asked.Origin, office.PublicOrigin.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.RemoveAll<IUserValidator<Account>>();
        services.RemoveAll<IPasswordValidator<Account>>();
    }
}
