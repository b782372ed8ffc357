using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>An authority whose certificates are accepted here: the end of every chain that counts.</summary>
public sealed class TrustedAuthority
{
    /// <summary>SHA-256 of its certificate, lower-case hexadecimal; the key.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Subject, as the certificate writes it.</summary>
    public required string Subject { get; init; }

    /// <summary>The certificate, DER.</summary>
    public required byte[] Certificate { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTime TrustedAt { get; init; }

    /// <summary>Only of the sample's own authority: its private key, encrypted under the public trial PIN; null for every real one.</summary>
    public byte[]? TrialKey { get; init; }

    /// <summary>The certificate.</summary>
    public X509Certificate2 Open() => X509CertificateLoader.LoadCertificate(Certificate);

    /// <summary>A row for a certificate.</summary>
    internal static TrustedAuthority Of(X509Certificate2 certificate, DateTime now, byte[]? trialKey = null) => new()
    {
        Thumbprint = SigningCertificate.ThumbprintOf(certificate),
        Subject = certificate.Subject,
        Certificate = certificate.RawData,
        TrustedAt = now,
        TrialKey = trialKey,
    };
}

internal sealed class TrustedAuthorityTable : IEntityTypeConfiguration<TrustedAuthority>
{
    public void Configure(EntityTypeBuilder<TrustedAuthority> builder)
    {
        builder.ToTable("TrustedAuthorities");
        builder.HasKey(authority => authority.Thumbprint);
    }
}
