using System.Security.Cryptography.X509Certificates;

namespace Workflow.Directives.Verification;

/// <summary>The way from a certificate to a trusted authority. Nothing is fetched over the network.</summary>
/// <param name="Trusted">Whether it leads there soundly at that time.</param>
/// <param name="Problem">What is wrong when it does not.</param>
/// <param name="Authority">The certificate of the issuer, when there is one.</param>
internal sealed record CertificateChain(bool Trusted, FileFinding? Problem, X509Certificate2? Authority)
{
    private const X509ChainStatusFlags NoWay = X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot;

    /// <summary>Looks for the way.</summary>
    /// <param name="certificate">Where it begins.</param>
    /// <param name="others">Certificates that may stand between.</param>
    /// <param name="anchors">Where it may end.</param>
    /// <param name="at">At which time the authorities shall be valid, UTC. The certificate's own validity is not looked at.</param>
    public static CertificateChain Build(X509Certificate2 certificate, X509Certificate2Collection others, TrustAnchors anchors, DateTime at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(anchors.Authorities.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at;
        chain.Build(certificate);

        var own = chain.ChainElements.Count > 0 ? Flags(chain.ChainElements[0].ChainElementStatus) & ~X509ChainStatusFlags.NotTimeValid : NoWay;
        var all = own | chain.ChainElements.Skip(1).Aggregate(X509ChainStatusFlags.NoError, (sum, one) => sum | Flags(one.ChainElementStatus))
            | (Flags(chain.ChainStatus) & ~X509ChainStatusFlags.NotTimeValid);
        var issuer = chain.ChainElements.Count > 1 ? chain.ChainElements[1].Certificate : null;
        if (all == X509ChainStatusFlags.NoError)
        {
            return Strong(chain)
                ? new CertificateChain(true, null, issuer)
                : new CertificateChain(false, SignatureFindings.Weak, issuer);
        }

        return new CertificateChain(false, Explain(certificate, anchors, all), issuer);
    }

    private static FileFinding Explain(X509Certificate2 certificate, TrustAnchors anchors, X509ChainStatusFlags all) =>
        (all & X509ChainStatusFlags.NotSignatureValid) != 0 || anchors.Authorities.Any(one => Issues(one, certificate))
            ? SignatureFindings.LookAlike
        : IsSelfSigned(certificate) ? SignatureFindings.SelfSigned
        : SignatureFindings.UnknownIssuer;

    // It names a trusted authority, and still the way does not lead there: somebody else made it.
    private static bool Issues(X509Certificate2 authority, X509Certificate2 certificate) =>
        authority.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static bool IsSelfSigned(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static bool Strong(X509Chain chain) =>
        chain.ChainElements.SkipLast(1).All(one => SignatureAlgorithms.SoundlySigned(one.Certificate));

    private static X509ChainStatusFlags Flags(IEnumerable<X509ChainStatus> statuses) =>
        statuses.Aggregate(X509ChainStatusFlags.NoError, (sum, one) => sum | one.Status);
}
