namespace Workflow.Web.SignIn;

/// <summary>Section <c>OpenId</c> of appsettings.json: signing in through the province's own identity provider (OpenID Connect Core 1.0).</summary>
internal sealed record OpenIdSettings
{
    /// <summary>Address of the provider, as its discovery document names it. Unset or empty: off.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Name of this program at the provider.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Its secret there.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>What people call the provider. Unset: SSO.</summary>
    public string Name { get; init; } = "SSO";

    public bool On => Authority.Length > 0;

    /// <summary>What is wrong with the settings: key, value, what is allowed.</summary>
    public IEnumerable<(string Key, string Value, string Allowed)> Problems()
    {
        if (!On)
        {
            yield break;
        }

        // Whoever answers in the provider's place would be believed about everybody.
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)))
        {
            yield return ("Authority", Authority, "https address of an OpenID Connect provider (http only on this machine), or \"\" for none");
        }

        if (ClientId.Length == 0 || ClientSecret.Length == 0)
        {
            yield return ("ClientId, ClientSecret", ClientId, "what the provider gave this program; both are needed");
        }
    }
}
