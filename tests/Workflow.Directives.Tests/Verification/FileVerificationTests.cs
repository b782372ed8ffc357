using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Tests.Signing.Pades;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Tests.Verification;

/// <summary>What is said of files as the office makes them, step by step.</summary>
public sealed class FileVerificationTests : IDisposable
{
    private readonly VerifiedOffice office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task SignedNumberedSealed_IsValid_AndSaysWhoWhenInWhichCapacity()
    {
        var verified = office.Verify(await office.WholeAsync());

        Assert.Equal(FileVerdict.Valid, verified.Verdict);
        Assert.Equal([], verified.Findings);
        Assert.Equal(4, verified.Revisions);
        var (signer, seal) = (verified.Signatures[0], verified.Signatures[1]);
        Assert.Equal((DirectiveFields.Signer, "Đinh Văn Thử", "T/M BAN THƯỜNG VỤ, BÍ THƯ"), (signer.Field, signer.Signer, signer.Capacity));
        Assert.Equal((TestAuthority.Now, TimeSource.Claimed, "SHA-256, ECDSA 256"), (signer.At, signer.TimeSource, signer.Algorithm));
        Assert.Equal((2, false), (signer.Revision, signer.CoversWholeFile));
        Assert.Equal((DirectiveFields.Seal, "Tỉnh ủy Nam Bình", 4, true), (seal.Field, seal.Signer, seal.Revision, seal.CoversWholeFile));
        Assert.Equal("Cơ quan chứng thực của phép thử", seal.Issuer);
    }

    [Fact]
    public void NothingSigned_IsNotSigned()
    {
        Assert.Equal(["file.not-signed"], Codes(office.Verify(PaperFile.Blank())));
    }

    [Fact]
    public async Task BeforeTheSeal_EverySignatureHolds_ButTheDocumentIsNotIssued()
    {
        var signed = await Signed.SignAsync(PaperFile.Blank(), office.Signer);
        foreach (var file in new[] { signed, Signed.Number(signed) })
        {
            var verified = office.Verify(file);
            Assert.Equal(["file.seal-missing"], Codes(verified));
            Assert.Equal(FileVerdict.Indeterminate, verified.Verdict);
            Assert.Equal(FileVerdict.Valid, verified.Signatures[0].Verdict);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7\nstartxref\n0\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n9\n%%EOF")]
    [InlineData("Chỉ thị")]
    public void Anything_ThatIsNoPdf_IsUnreadable(string text)
    {
        Assert.Equal(["file.unreadable"], Codes(office.Verify(System.Text.Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KeysOfBothKinds_AreValid(bool rsa)
    {
        var whole = await Signed.WholeAsync(office.Authority.Signer("Đinh Văn Thử", rsa), office.Authority.Signer("Tỉnh ủy Nam Bình", rsa));

        Assert.Equal([], Codes(office.Verify(whole)));
    }

    [Fact]
    public async Task EveryFinding_IsSaidInBothLanguages()
    {
        var whole = await office.WholeAsync();
        whole[whole.AsSpan().IndexOf("thu nghiem"u8)] = (byte)'d';
        var verified = office.Verify(whole);

        Assert.All(
            verified.Findings.Concat(verified.Signatures.SelectMany(one => one.Findings)),
            finding => Assert.True(finding.Vietnamese.Length > 20 && finding.English.Length > 20 && finding.Vietnamese != finding.English));
        Assert.Contains("signature.digest", Codes(verified));
    }

    private static IEnumerable<string> Codes(VerifiedFile verified) => VerifiedOffice.Codes(verified);
}
