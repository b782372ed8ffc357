using Workflow.Directives.Signing.Pades;
using Workflow.Directives.Tests.Signing.Pades;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Tests.Verification;

/// <summary>An office with an authority that is trusted, a signer and a seal.</summary>
internal sealed class VerifiedOffice : IDisposable
{
    public VerifiedOffice()
    {
        Signer = Authority.Signer("Đinh Văn Thử");
        Seal = Authority.Signer("Tỉnh ủy Nam Bình");
    }

    public TestAuthority Authority { get; } = new();

    public ISigner Signer { get; }

    public ISigner Seal { get; }

    public TrustAnchors Anchors => new([Authority.Certificate], [], []);

    public static DateTime Later => TestAuthority.Now.AddDays(1);

    public static IEnumerable<string> Codes(VerifiedFile verified) =>
        verified.Findings.Concat(verified.Signatures.SelectMany(one => one.Findings)).Select(one => one.Code).Distinct().Order(StringComparer.Ordinal);

    public Task<byte[]> WholeAsync() => Signed.WholeAsync(Signer, Seal);

    public VerifiedFile Verify(byte[] pdf) => FileVerification.Verify(pdf, Anchors, Later);

    public void Dispose() => Authority.Dispose();
}
