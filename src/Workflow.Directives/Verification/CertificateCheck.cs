using System.Security.Cryptography.X509Certificates;
using Workflow.Directives.Signing.Certificates;

namespace Workflow.Directives.Verification;

/// <summary>Whether a certificate may have made a signature at the time it was made.</summary>
/// <param name="anchors">Whom to believe.</param>
/// <param name="now">Now, UTC.</param>
/// <param name="heldSince">Since when this office has held the very file, by its own record; null: unknown.</param>
internal sealed class CertificateCheck(TrustAnchors anchors, DateTime now, DateTime? heldSince)
{
    private const string DistributionPoints = "2.5.29.31";

    private const string AuthorityAccess = "1.3.6.1.5.5.7.1.1";

    // Clocks of two machines differ a little.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IEnumerable<FileFinding> Findings(X509Certificate2 certificate, X509Certificate2Collection others, SignatureTime time)
    {
        var at = time.At ?? now;
        if (at > now + Tolerance)
        {
            yield return SignatureFindings.Future(at);
        }

        if (!CertificateFitness.HasStrongKey(certificate))
        {
            yield return SignatureFindings.Weak;
        }

        if (!CertificateFitness.MaySign(certificate))
        {
            yield return SignatureFindings.NotForSigning;
        }

        var proven = Earliest(time.Source == TimeSource.Timestamp ? time.At : null, heldSince);
        if (Validity(certificate, at, proven) is { } validity)
        {
            yield return validity;
        }

        var chain = CertificateChain.Build(certificate, others, anchors, at);
        if (chain.Problem is { } problem)
        {
            yield return problem;
        }

        if (Standing(certificate, chain, at, proven) is { } standing)
        {
            yield return standing;
        }
    }

    private FileFinding? Validity(X509Certificate2 certificate, DateTime at, DateTime? proven)
    {
        var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        return at < from ? SignatureFindings.NotYetValid(from)
            : at > until ? SignatureFindings.Expired(until)
            : now > until && !(proven <= until) ? SignatureFindings.ExpiredSince(until)
            : null;
    }

    private FileFinding? Standing(X509Certificate2 certificate, CertificateChain chain, DateTime at, DateTime? proven)
    {
        var known = anchors.Known.FirstOrDefault(one => one.Thumbprint == SigningCertificate.ThumbprintOf(certificate));
        var list = chain.Authority is { } authority
            ? anchors.Lists.Where(one => one.IsOf(authority)).OrderByDescending(one => one.ThisUpdate).FirstOrDefault()
            : null;
        if (Earliest(known?.RevokedAt, list?.RevokedAt(certificate)) is { } revoked)
        {
            return revoked <= at ? SignatureFindings.Revoked(revoked)
                : proven < revoked ? null
                : SignatureFindings.RevokedSince(revoked);
        }

        var current = list is not null && list.ThisUpdate <= now + Tolerance && (list.NextUpdate ?? DateTime.MaxValue) >= now;
        return known is null && !current && PublishesRevocations(certificate) ? SignatureFindings.StatusUnknown : null;
    }

    // An authority that publishes nothing cannot be asked; one that does has to be.
    private static bool PublishesRevocations(X509Certificate2 certificate) =>
        certificate.Extensions.Any(one => one.Oid?.Value is DistributionPoints or AuthorityAccess);

    private static DateTime? Earliest(DateTime? one, DateTime? other) => one is null || other < one ? other ?? one : one;
}
