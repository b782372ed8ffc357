using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Directives.Signing.Pades;

/// <summary>A key that is open for one signature, with the certificate that says whose it is. Dispose it right after: that closes the key.</summary>
public interface ISigner : IDisposable
{
    /// <summary>The certificate of the key.</summary>
    X509Certificate2 Certificate { get; }

    /// <summary>Certificates of the authorities between it and a trusted one, which is not among them; empty when that one issued it.</summary>
    IReadOnlyList<X509Certificate2> Chain { get; }

    /// <summary>The private key: RSA from 2048 bits or ECDSA from P-256. It need not be exportable, or be in this process at all.</summary>
    AsymmetricAlgorithm Key { get; }
}
