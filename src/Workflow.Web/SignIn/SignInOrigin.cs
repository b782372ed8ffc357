using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>Where the request comes from, as tries to sign in are counted, and whether the account was entered from this browser before.</summary>
internal sealed class SignInOrigin(IHttpContextAccessor http, SessionCookie cookie)
{
    // A household or an office is given a whole /64 and can use any address in it.
    private const int NetworkBytes = 8;

    // People who share a browser.
    private const int MostAccounts = 8;

    private const int IdBytes = 16;
    private const int MarkLength = 16;

    /// <summary>The origin of a try at an account.</summary>
    /// <param name="account">The account as <see cref="SignInThrottle.Of"/> names it.</param>
    public TryOrigin At(string account) => new(
        AddressOf(http.HttpContext?.Connection.RemoteIpAddress),
        Known() is [var device, .. var marks] && marks.Contains(MarkOf(account)) ? device : null);

    /// <summary>Marks the browser as one from which the account was entered.</summary>
    public void Remember(string account)
    {
        var known = Known();
        string[] marks = [MarkOf(account), .. known.Skip(1).Where(mark => mark != MarkOf(account)).Take(MostAccounts - 1)];
        var device = known.FirstOrDefault() ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        cookie.WriteDevice(http.HttpContext!, string.Join('.', [device, .. marks]));
    }

    private string[] Known() => http.HttpContext is { } context && cookie.ReadDevice(context) is { } value ? value.Split('.') : [];

    private static string MarkOf(string account) => IssueApiToken.Hash(account)[..MarkLength];

    private static string AddressOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => $"{address.MapToIPv4()}",
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => $"{address}",
    };
}
