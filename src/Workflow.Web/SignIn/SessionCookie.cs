using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Workflow.Directives;

namespace Workflow.Web.SignIn;

/// <summary>The cookies of signing in. Under https they carry the prefix <c>__Host-</c>, so that no other host and no plain connection can set them.</summary>
internal sealed class SessionCookie(OfficeSettings office, IDataProtectionProvider protection)
{
    private const string SessionName = "workflow";
    private const string DeviceName = "workflow-device";
    private const int LongestValue = 4_000;

    private static readonly TimeSpan DeviceKept = TimeSpan.FromDays(180);

    private readonly bool secure = office.PublicOrigin.Scheme == Uri.UriSchemeHttps;
    private readonly IDataProtector sessions = protection.CreateProtector("SignIn.Session");
    private readonly IDataProtector devices = protection.CreateProtector("SignIn.Device");

    /// <summary>Name under which the session stands.</summary>
    public string Name => NameOf(SessionName);

    /// <summary>The session's secret, or null.</summary>
    public string? Read(HttpContext context) => Open(context, SessionName, sessions);

    /// <summary>Gives the browser a session's secret, until the browser is closed.</summary>
    public void Write(HttpContext context, string secret) => context.Response.Cookies.Append(Name, sessions.Protect(secret), Options(null));

    /// <summary>Takes it back.</summary>
    public void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options(null));

    /// <summary>What the browser knows of the accounts entered from it, or null.</summary>
    public string? ReadDevice(HttpContext context) => Open(context, DeviceName, devices);

    public void WriteDevice(HttpContext context, string value) =>
        context.Response.Cookies.Append(NameOf(DeviceName), devices.Protect(value), Options(DeviceKept));

    private string NameOf(string name) => secure ? "__Host-" + name : name;

    private string? Open(HttpContext context, string name, IDataProtector protector)
    {
        if (context.Request.Cookies[NameOf(name)] is not { Length: > 0 and < LongestValue } value)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            // Made up, altered, or from before the keys were lost: nobody is signed in.
            return null;
        }
    }

    private CookieOptions Options(TimeSpan? kept) => new()
    {
        HttpOnly = true,
        Secure = secure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        MaxAge = kept,
    };
}
