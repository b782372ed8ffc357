using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Workflow.Directives;

namespace Workflow.Web.SignIn;

/// <summary>
/// OpenID Connect (Core 1.0) by the code flow with PKCE. State, correlation cookie, PKCE and the exchange of the code are the framework's OAuth; what makes it
/// OpenID Connect is here: discovery, the nonce, and the checks of the id_token (section 3.1.3.7).
/// </summary>
internal sealed class OpenIdScheme(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, IConfigurationManager<OpenIdConnectConfiguration> discovery,
    OfficeSettings office)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    public const string Name = "OpenId";

    /// <summary>Where the provider sends people back to.</summary>
    public const string ReturnPath = "/sign-in/openid";

    private const string Nonce = "nonce";
    private const int NonceBytes = 32;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    // What is taken over from the id_token; everything else about a person is known here.
    private static readonly string[] Kept = ["sub", "email", "email_verified"];

    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384];

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await DiscoverAsync();
        await base.HandleChallengeAsync(properties);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await DiscoverAsync();
        return await base.HandleRemoteAuthenticateAsync();
    }

    // The nonce goes out in the open and home in the protected state; an id_token of another sign-in does not bear it.
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        properties.Items[Nonce] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, ReturnAddress(redirectUri)), Nonce, nonce);
    }

    protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) =>
        base.ExchangeCodeAsync(new OAuthCodeExchangeContext(context.Properties, context.Code, ReturnAddress(context.RedirectUri)));

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var provider = await discovery.GetConfigurationAsync(Context.RequestAborted);
        var token = tokens.Response?.RootElement.TryGetProperty("id_token", out var found) == true ? found.GetString() : null;
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = Options.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            ClockSkew = ClockSkew,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            TryAllIssuerSigningKeys = true,
            LifetimeValidator = InTime,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken checkedToken || !NonceMatches(checkedToken, properties)
            || (checkedToken.TryGetPayloadValue("azp", out string? party) && party != Options.ClientId))
        {
            // The framework turns this into the scheme's remote failure; nothing of the token is told.
            throw new AuthenticationFailureException("The id_token is not good.");
        }

        var claims = Kept
            .SelectMany(type => checkedToken.Claims.Where(claim => claim.Type == type)).Append(new Claim("iss", provider.Issuer));
        return new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), properties, Name);
    }

    // Behind a proxy the request does not know under which address people reach this program; the settings do.
    private string ReturnAddress(string asRequested) => office.PublicOrigin.IsLoopback ? asRequested : new Uri(office.PublicOrigin, ReturnPath).ToString();

    private static bool NonceMatches(JsonWebToken token, AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Nonce, out var sent) && sent is not null && token.TryGetPayloadValue(Nonce, out string? came) && came == sent;

    private bool InTime(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = TimeProvider.GetUtcNow().UtcDateTime;
        return until is not null && now < until + ClockSkew && (from is null || now >= from - ClockSkew);
    }

    private async Task DiscoverAsync()
    {
        var provider = await discovery.GetConfigurationAsync(Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (provider.AuthorizationEndpoint, provider.TokenEndpoint);
    }
}
