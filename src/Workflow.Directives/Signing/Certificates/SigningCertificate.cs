using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>Where a private key is.</summary>
public enum SigningKeyKind
{
    /// <summary>In this database, encrypted under the holder's PIN; registered from a PKCS#12 file.</summary>
    Pkcs12,

    /// <summary>In a token or module reached over PKCS#11; it never leaves it.</summary>
    Pkcs11,
}

/// <summary>A certificate with which a person signs, or with which the organ seals.</summary>
public sealed class SigningCertificate
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is; null: the organ's seal.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Where the private key is.</summary>
    public required SigningKeyKind Kind { get; init; }

    /// <summary>Subject, as the certificate writes it.</summary>
    public required string Subject { get; init; }

    /// <summary>Authority that issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Serial number, hexadecimal.</summary>
    public required string Serial { get; init; }

    /// <summary>SHA-256 of the certificate, lower-case hexadecimal.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>First moment of validity, UTC.</summary>
    public required DateTime NotBefore { get; init; }

    /// <summary>Last moment of validity, UTC.</summary>
    public required DateTime NotAfter { get; init; }

    /// <summary>The certificate, DER.</summary>
    public required byte[] Certificate { get; init; }

    /// <summary>Certificates between it and a trusted authority, PEM; empty when that one issued it.</summary>
    public string Chain { get; init; } = "";

    /// <summary>The private key of <see cref="SigningKeyKind.Pkcs12"/>, encrypted under the PIN (<see cref="StoredKey"/>); null on a token.</summary>
    public byte[]? EncryptedKey { get; init; }

    /// <summary>Path of the token's PKCS#11 module; null in the store.</summary>
    public string? Module { get; init; }

    /// <summary>Label of the token; null in the store.</summary>
    public string? Token { get; init; }

    /// <summary>What people see where it signs: a PNG on transparent ground; null: drawn from the name.</summary>
    public byte[]? Picture { get; set; }

    /// <summary>When it was registered.</summary>
    public required DateTime RegisteredAt { get; init; }

    /// <summary>When it was revoked here; null while it is good.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Why it was revoked.</summary>
    public string? RevokedReason { get; set; }

    /// <summary>Name of the subject without the rest of the distinguished name, as people read it.</summary>
    public string CommonName => Open().GetNameInfo(X509NameType.SimpleName, false);

    /// <summary>The certificate, without a key.</summary>
    public X509Certificate2 Open() => X509CertificateLoader.LoadCertificate(Certificate);

    /// <summary>The certificates of the chain.</summary>
    internal IReadOnlyList<X509Certificate2> OpenChain()
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(Chain);
        return [.. chain];
    }

    /// <summary>SHA-256 of a certificate, lower-case hexadecimal.</summary>
    /// <param name="certificate">The certificate.</param>
    public static string ThumbprintOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span));
    }

    /// <summary>A row for a certificate.</summary>
    internal static SigningCertificate Of(
        X509Certificate2 certificate, IEnumerable<X509Certificate2> chain, Guid? personId, SigningKey key, Guid id, DateTime now) => new()
        {
            Id = id,
            PersonId = personId,
            Kind = key.Encrypted is null ? SigningKeyKind.Pkcs11 : SigningKeyKind.Pkcs12,
            Subject = certificate.Subject,
            Issuer = certificate.Issuer,
            Serial = certificate.SerialNumber,
            Thumbprint = ThumbprintOf(certificate),
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = certificate.NotAfter.ToUniversalTime(),
            Certificate = certificate.RawData,
            Chain = string.Join('\n', chain.Select(one => one.ExportCertificatePem())),
            EncryptedKey = key.Encrypted,
            Module = key.Module,
            Token = key.Token,
            RegisteredAt = now,
        };
}

/// <summary>How the private key of a row is reached.</summary>
/// <param name="Encrypted">The encrypted key, or null.</param>
/// <param name="Module">The PKCS#11 module, or null.</param>
/// <param name="Token">The token's label, or null.</param>
internal sealed record SigningKey(byte[]? Encrypted, string? Module = null, string? Token = null);

internal sealed class SigningCertificateTable : IEntityTypeConfiguration<SigningCertificate>
{
    public void Configure(EntityTypeBuilder<SigningCertificate> builder)
    {
        builder.ToTable("SigningCertificates");
        builder.Ignore(certificate => certificate.CommonName);
        builder.HasIndex(certificate => certificate.Thumbprint).IsUnique();
        builder.HasIndex(certificate => certificate.PersonId);
    }
}
