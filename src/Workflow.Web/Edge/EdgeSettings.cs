using System.Net;
using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Web.Edge;

/// <summary>Section <c>Edge</c> of appsettings.json: who may stand before the program, and how often anybody may ask.</summary>
internal sealed record EdgeSettings
{
    public const string Section = "Edge";
    private const int MostPerMinute = 1_000_000;
    private const int MostConnections = 65_535;

    /// <summary>Further host names under which people reach the program, parted by semicolons. Unset: only that of Office:PublicOrigin, and this machine's own.</summary>
    public string Hosts { get; init; } = "";

    /// <summary>Addresses of proxies whose X-Forwarded-For is believed, parted by semicolons. Unset: none, the header is ignored.</summary>
    public string TrustedProxies { get; init; } = "";

    /// <summary>Connections open at once. Unset: 5000.</summary>
    public int Connections { get; init; } = 5_000;

    /// <summary>Requests a minute from one address. Unset: 6000.</summary>
    public int RequestsPerMinute { get; init; } = 6_000;

    /// <summary>Attempts to sign in that fail, a minute, from one address. Unset: 60.</summary>
    public int SignInMissesPerMinute { get; init; } = 60;

    /// <summary>Links of notices that open nothing, a minute, from one address. Unset: 20.</summary>
    public int LinkMissesPerMinute { get; init; } = 20;

    /// <summary>Papers and codes verified without an account, a minute, from one address. Unset: 60.</summary>
    public int VerificationsPerMinute { get; init; } = 60;

    /// <summary>The proxies, each an address.</summary>
    public IEnumerable<IPAddress> Proxies => Parts(TrustedProxies).Select(IPAddress.Parse);

    /// <summary>The further host names.</summary>
    public IEnumerable<string> HostNames => Parts(Hosts);

    public IEnumerable<SettingProblem> Problems()
    {
        if (HostNames.Any(host => Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown))
        {
            yield return new("Edge:Hosts", Hosts, "host names or addresses without scheme and port, parted by semicolons");
        }

        if (Parts(TrustedProxies).Any(address => !IPAddress.TryParse(address, out _)))
        {
            yield return new("Edge:TrustedProxies", TrustedProxies, "IP addresses, parted by semicolons");
        }

        if (Connections is < 10 or > MostConnections)
        {
            yield return new("Edge:Connections", $"{Connections}", $"10 to {MostConnections}");
        }

        foreach (var (key, value) in new[]
        {
            (nameof(RequestsPerMinute), RequestsPerMinute), (nameof(SignInMissesPerMinute), SignInMissesPerMinute),
            (nameof(LinkMissesPerMinute), LinkMissesPerMinute), (nameof(VerificationsPerMinute), VerificationsPerMinute),
        })
        {
            if (value is < 1 or > MostPerMinute)
            {
                yield return new($"Edge:{key}", $"{value}", $"1 to {MostPerMinute}");
            }
        }
    }

    private static string[] Parts(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
