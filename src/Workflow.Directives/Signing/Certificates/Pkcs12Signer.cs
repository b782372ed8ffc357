using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>A signer whose key is in this database and was opened with its PIN; in memory until disposed.</summary>
/// <param name="certificate">The certificate.</param>
/// <param name="chain">The authorities between it and a trusted one.</param>
/// <param name="key">The opened key.</param>
public sealed class Pkcs12Signer(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, AsymmetricAlgorithm key) : ISigner
{
    /// <inheritdoc />
    public X509Certificate2 Certificate => certificate;

    /// <inheritdoc />
    public IReadOnlyList<X509Certificate2> Chain => chain;

    /// <inheritdoc />
    public AsymmetricAlgorithm Key => key;

    /// <summary>Opens the key of a row; null when the PIN is wrong.</summary>
    /// <param name="row">A certificate whose key is in the database.</param>
    /// <param name="pin">The PIN.</param>
    public static Pkcs12Signer? Open(SigningCertificate row, string pin)
    {
        ArgumentNullException.ThrowIfNull(row);
        var certificate = row.Open();
        if (StoredKey.Open(row.EncryptedKey!, pin, certificate) is { } key)
        {
            return new Pkcs12Signer(certificate, row.OpenChain(), key);
        }

        certificate.Dispose();
        return null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        key.Dispose();
        certificate.Dispose();
    }
}
