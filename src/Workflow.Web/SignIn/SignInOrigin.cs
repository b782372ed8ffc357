using System.Net;
using System.Net.Sockets;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>Where the request comes from, as tries to sign in are counted.</summary>
internal sealed class SignInOrigin(IHttpContextAccessor http)
{
    // A household or an office is given a whole /64 and can use any address in it.
    private const int NetworkBytes = 8;

    public TryOrigin Here => new(AddressOf(http.HttpContext?.Connection.RemoteIpAddress), null);

    private static string AddressOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => $"{address.MapToIPv4()}",
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => $"{address}",
    };
}
