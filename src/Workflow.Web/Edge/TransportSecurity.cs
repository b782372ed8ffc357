using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Workflow.Web.Edge;

/// <summary>
/// TLS where the program itself speaks it (<c>Urls</c> with https, <c>Kestrel:Certificates</c>): 1.2 and 1.3 with forward secrecy and authenticated
/// encryption, nothing else (RFC 9325, 4.2; OWASP ASVS 5.0, 12.1).
/// </summary>
internal static class TransportSecurity
{
    private static readonly TlsCipherSuite[] Suites =
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256, TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ];

    public static void Set(KestrelServerOptions options)
    {
        // Windows chooses the suites of all programs in one place (Group Policy) and takes no choice from any of them.
        var suites = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() ? new CipherSuitesPolicy(Suites) : null;
        options.ConfigureHttpsDefaults(https =>
        {
            https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            if (suites is not null)
            {
                https.OnAuthenticate = (_, tls) => tls.CipherSuitesPolicy = suites;
            }
        });
    }
}
