using System.Security.Cryptography.X509Certificates;

namespace Workflow.Directives.Verification;

/// <summary>A certificate known to be good at one time and not after.</summary>
/// <param name="Thumbprint">SHA-256 of it, lower-case hexadecimal.</param>
/// <param name="RevokedAt">When it was revoked, UTC; null: it is good.</param>
public sealed record KnownCertificate(string Thumbprint, DateTime? RevokedAt);

/// <summary>Whom a verification believes.</summary>
/// <param name="Authorities">Authorities whose certificates are accepted.</param>
/// <param name="Known">Certificates registered here, whose standing this office itself knows.</param>
/// <param name="Lists">Revocation lists of authorities, as handed in.</param>
public sealed record TrustAnchors(
    IReadOnlyList<X509Certificate2> Authorities,
    IReadOnlyList<KnownCertificate> Known,
    IReadOnlyList<RevocationList> Lists)
{
    /// <summary>Believes nobody.</summary>
    public static TrustAnchors Nobody { get; } = new([], [], []);
}
