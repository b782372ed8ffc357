using System.Security.Cryptography.X509Certificates;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>Whether a certificate may sign documents at all; the same for registering one and for believing a signature.</summary>
internal static class CertificateFitness
{
    /// <summary>Fewest bits of an RSA key.</summary>
    public const int ShortestRsa = 2048;

    /// <summary>Fewest bits of an ECDSA key.</summary>
    public const int ShortestEcdsa = 256;

    /// <summary>Why not, or null.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="now">The moment it shall be valid at, UTC.</param>
    public static Refusal? Refuse(X509Certificate2 certificate, DateTime now) =>
        !HasStrongKey(certificate)
            ? CertificateRefusals.Unfit("khóa quá ngắn hoặc không phải RSA/ECDSA", "its key is too short, or neither RSA nor ECDSA")
        : !MaySign(certificate)
            ? CertificateRefusals.Unfit("không được cấp để ký số", "it was not issued for signing")
        : certificate.NotAfter.ToUniversalTime() < now
            ? CertificateRefusals.Expired(certificate.NotAfter.ToUniversalTime())
            : null;

    /// <summary>RSA from 2048 bits or ECDSA from 256.</summary>
    public static bool HasStrongKey(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        return rsa?.KeySize >= ShortestRsa || ecdsa?.KeySize >= ShortestEcdsa;
    }

    /// <summary>Not an authority's, and issued for signatures or non-repudiation where it says for what (RFC 5280, 4.2.1.3).</summary>
    public static bool MaySign(X509Certificate2 certificate) =>
        !certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(one => one.CertificateAuthority)
        && certificate.Extensions.OfType<X509KeyUsageExtension>().All(one =>
            (one.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0);
}
