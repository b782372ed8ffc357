using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Directives.Verification;

/// <summary>Which algorithms still count, and what they are called. SHA-1, MD5 and everything unknown does not.</summary>
internal static class SignatureAlgorithms
{
    /// <summary>RSASSA-PSS, whose hash stands in its parameters.</summary>
    public const string Pss = "1.2.840.113549.1.1.10";

    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new()
    {
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
        ["1.2.840.113549.1.1.11"] = HashAlgorithmName.SHA256,
        ["1.2.840.113549.1.1.12"] = HashAlgorithmName.SHA384,
        ["1.2.840.113549.1.1.13"] = HashAlgorithmName.SHA512,
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
    };

    /// <summary>The hash of a hash or signature algorithm; null when it does not count.</summary>
    public static HashAlgorithmName? HashOf(string? oid) => oid is not null && Hashes.TryGetValue(oid, out var hash) ? hash : null;

    /// <summary>Whether a certificate was signed by its authority with an algorithm that counts.</summary>
    public static bool SoundlySigned(X509Certificate2 certificate) =>
        certificate.SignatureAlgorithm.Value is Pss || HashOf(certificate.SignatureAlgorithm.Value) is not null;

    /// <summary>Hash and key in words.</summary>
    public static string Say(string? digest, X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        var key = rsa is not null ? $"RSA {rsa.KeySize}" : ecdsa is not null ? $"ECDSA {ecdsa.KeySize}" : certificate.PublicKey.Oid.FriendlyName;
        var hash = digest switch
        {
            "1.3.14.3.2.26" => "SHA-1",
            "1.2.840.113549.2.5" => "MD5",
            _ => HashOf(digest)?.Name?.Replace("SHA", "SHA-", StringComparison.Ordinal) ?? digest,
        };
        return $"{hash}, {key}";
    }
}
