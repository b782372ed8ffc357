using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Tests.Signing.Pades;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Tests.Verification;

/// <summary>Files whose bytes are sound, signed with certificates of all kinds.</summary>
public sealed class CertificateStandingTests : IDisposable
{
    private static readonly DateTime Now = TestAuthority.Now;

    private readonly VerifiedOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Issuer_NotTrusted_IsIndeterminate()
    {
        using var other = new TestAuthority("Cơ quan khác");

        await SaidAsync(other.Signer("Tỉnh ủy Nam Bình"), FileVerdict.Indeterminate, "certificate.unknown-issuer");
    }

    [Fact]
    [Trait("BadInput", "38")]
    public async Task Issuer_OnlyOfTheSameName_IsForged()
    {
        using var other = new TestAuthority();

        await SaidAsync(other.Signer("Tỉnh ủy Nam Bình"), FileVerdict.Invalid, "certificate.look-alike");
    }

    [Fact]
    [Trait("BadInput", "38")]
    public async Task Certificate_OfItsOwnHolder_IsWorthNothing()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = new CertificateRequest("CN=Tỉnh ủy Nam Bình, C=VN", key, HashAlgorithmName.SHA256).CreateSelfSigned(Now.AddYears(-1), Now.AddYears(1));

        await SaidAsync(new TestSigner(own, key), FileVerdict.Invalid, "certificate.self-signed");
    }

    [Fact]
    [Trait("BadInput", "38")]
    public async Task Certificate_ExpiredBeforeSigning() =>
        await SaidAsync(office.Authority.Signer("Dấu", until: Now.AddDays(-1)), FileVerdict.Invalid, "certificate.expired");

    [Fact]
    public async Task Certificate_NotYetValidAtSigning() =>
        await SaidAsync(office.Authority.Signer("Dấu", from: Now.AddDays(1)), FileVerdict.Invalid, "certificate.not-yet-valid");

    [Fact]
    public async Task Certificate_ExpiredSince_NeedsAProofOfTime()
    {
        var whole = await Signed.WholeAsync(office.Signer, office.Authority.Signer("Dấu", until: Now.AddDays(2)));
        var later = Now.AddDays(30);

        Assert.Equal(["certificate.expired-since"], VerifiedOffice.Codes(FileVerification.Verify(whole, office.Anchors, later)));
        Assert.Equal([], VerifiedOffice.Codes(FileVerification.Verify(whole, office.Anchors, later, heldSince: Now.AddDays(1))));
        Assert.Equal(["certificate.expired-since"], VerifiedOffice.Codes(FileVerification.Verify(whole, office.Anchors, later, heldSince: Now.AddDays(3))));
    }

    [Fact]
    public async Task Signature_OfTomorrow_IsNotBelieved()
    {
        var whole = await office.WholeAsync();

        Assert.Equal(["time.future"], VerifiedOffice.Codes(FileVerification.Verify(whole, office.Anchors, Now.AddHours(-1))));
    }

    [Fact]
    public async Task Certificate_IssuedForAnotherUse() => await SaidAsync(
        office.Authority.Signer("Dấu", further: one => one.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, true))),
        FileVerdict.Invalid,
        "certificate.usage");

    [Fact]
    [Trait("BadInput", "38")]
    public async Task Certificate_RevokedHereBeforeSigning()
    {
        var verified = FileVerification.Verify(await office.WholeAsync(), Known(Now.AddHours(-2)), VerifiedOffice.Later);

        Assert.Equal(["certificate.revoked"], VerifiedOffice.Codes(verified));
        Assert.Equal(FileVerdict.Invalid, verified.Verdict);
    }

    [Fact]
    public async Task Certificate_RevokedHereAfterSigning_NeedsAProofOfTime()
    {
        var (whole, anchors) = (await office.WholeAsync(), Known(Now.AddHours(8)));

        Assert.Equal(["certificate.revoked-since"], VerifiedOffice.Codes(FileVerification.Verify(whole, anchors, VerifiedOffice.Later)));
        Assert.Equal([], VerifiedOffice.Codes(FileVerification.Verify(whole, anchors, VerifiedOffice.Later, heldSince: Now.AddHours(2))));
    }

    [Fact]
    [Trait("BadInput", "39")]
    public async Task Certificate_WhoseAuthorityPublishesRevocations_NeedsACurrentList()
    {
        using var seal = Publishing();
        var whole = await Signed.WholeAsync(office.Signer, seal);

        Assert.Equal(["certificate.status-unknown"], Codes(whole));
        Assert.Equal([], Codes(whole, List(office.Authority)));
        Assert.Equal(["certificate.status-unknown"], Codes(whole, List(office.Authority, next: Now.AddHours(3))));
        using var other = new TestAuthority();
        Assert.Equal(["certificate.status-unknown"], Codes(whole, List(other)));
    }

    [Fact]
    public async Task Certificate_OnTheListOfItsAuthority()
    {
        using var seal = Publishing();
        var whole = await Signed.WholeAsync(office.Signer, seal);

        Assert.Equal(["certificate.revoked"], Codes(whole, List(office.Authority, seal.Certificate, Now.AddHours(-5))));
        Assert.Equal(["certificate.revoked-since"], Codes(whole, List(office.Authority, seal.Certificate, Now.AddHours(5))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a list")]
    [InlineData("-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----")]
    public void List_ThatIsNone_IsNotRead(string text) => Assert.Null(RevocationList.Read(System.Text.Encoding.ASCII.GetBytes(text)));

    private TestSigner Publishing() => office.Authority.Signer("Dấu", further: one =>
        one.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(["http://crl.example/ca.crl"])));

    private TrustAnchors Known(DateTime revokedAt) =>
        office.Anchors with { Known = [new KnownCertificate(SigningCertificate.ThumbprintOf(office.Seal.Certificate), revokedAt)] };

    private static RevocationList List(TestAuthority of, X509Certificate2? revoked = null, DateTime? at = null, DateTime? next = null)
    {
        var builder = new CertificateRevocationListBuilder();
        if (revoked is not null)
        {
            builder.AddEntry(revoked, at);
        }

        var bytes = builder.Build(
            of.Certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(of.Key),
            1,
            next ?? Now.AddDays(7),
            HashAlgorithmName.SHA256,
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(of.Certificate, true, false),
            Now);
        return RevocationList.Read(bytes)!;
    }

    private IEnumerable<string> Codes(byte[] pdf, params RevocationList[] lists) =>
        VerifiedOffice.Codes(FileVerification.Verify(pdf, office.Anchors with { Lists = lists }, VerifiedOffice.Later));

    private async Task SaidAsync(TestSigner seal, FileVerdict verdict, string code)
    {
        using (seal)
        {
            var verified = office.Verify(await Signed.WholeAsync(office.Signer, seal));
            Assert.Equal([code], VerifiedOffice.Codes(verified));
            Assert.Equal(verdict, verified.Verdict);
            Assert.Equal(FileVerdict.Valid, verified.Signatures[0].Verdict);
        }
    }
}
