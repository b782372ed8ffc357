using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Signing.Pades;
using Workflow.Directives.Tests.Verification;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Tests.Signing.Pades;

/// <summary>Timestamps: they prove the time, and without one nothing is signed.</summary>
public sealed class TimestampClientTests : IDisposable
{
    private static readonly DateTime StampedAt = TestAuthority.Now.AddSeconds(3);

    private readonly VerifiedOffice office = new();
    private readonly TestAuthority timeAuthority = new("Cơ quan cấp dấu thời gian");
    private readonly TestTimestamps timestamps;
    private readonly HttpClient http = new();

    public TimestampClientTests() => timestamps = new TestTimestamps(timeAuthority, StampedAt);

    public void Dispose()
    {
        http.Dispose();
        timestamps.Dispose();
        timeAuthority.Dispose();
        office.Dispose();
    }

    private TrustAnchors Trusting => office.Anchors with { Authorities = [office.Authority.Certificate, timeAuthority.Certificate] };

    [Fact]
    public async Task Signature_WithATimestamp_SaysTheAuthoritysTime()
    {
        var signed = await Signed.SignAsync(PaperFile.Blank(), office.Signer, timestamps: timestamps.Client(http, "văn phòng"));
        var verified = FileVerification.Verify(signed, Trusting, VerifiedOffice.Later);

        Assert.Equal((StampedAt, TimeSource.Timestamp), (verified.Signatures[0].At, verified.Signatures[0].TimeSource));
        Assert.Empty(verified.Signatures[0].Findings);
        Assert.StartsWith("Basic ", timestamps.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_ExpiredSince_IsNoMatter_WhenATimestampSaysItSignedBefore()
    {
        using var signer = office.Authority.Signer("Đinh Văn Thử", until: TestAuthority.Now.AddDays(1));
        var signed = await Signed.SignAsync(PaperFile.Blank(), signer, timestamps: timestamps.Client(http));

        Assert.Empty(FileVerification.Verify(signed, Trusting, TestAuthority.Now.AddYears(1)).Signatures[0].Findings);
    }

    [Fact]
    public async Task Timestamp_OfAnAuthorityNotTrusted_ProvesNothing()
    {
        var signed = await Signed.SignAsync(PaperFile.Blank(), office.Signer, timestamps: timestamps.Client(http));
        var signature = office.Verify(signed).Signatures[0];

        Assert.Equal(["timestamp.untrusted"], signature.Findings.Select(one => one.Code));
        Assert.Equal((TestAuthority.Now, TimeSource.Claimed), (signature.At, signature.TimeSource));
    }

    [Fact]
    public async Task Timestamp_WithAnyBitFlipped_IsNotValid()
    {
        var whole = await Signed.SignAsync(
            Signed.Number(await Signed.SignAsync(PaperFile.Blank(), office.Signer)), office.Seal, DirectiveFields.Seal, SignatureReach.Nothing,
            timestamps: timestamps.Client(http));
        Assert.Equal(FileVerdict.Valid, FileVerification.Verify(whole, Trusting, VerifiedOffice.Later).Verdict);
        var from = whole.AsSpan().LastIndexOf("/Contents <"u8) + 11;
        var end = from + whole.AsSpan(from).IndexOf("0000000000000000"u8);
        var overlooked = Enumerable.Range(from, end - from).Where(at => at % 5 == 0).AsParallel().Where(at =>
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 1;
            return FileVerification.Verify(flipped, Trusting, VerifiedOffice.Later).Verdict == FileVerdict.Valid;
        }).ToList();

        Assert.Empty(overlooked);
    }

    [Fact]
    public Task Authority_ThatAnswersWithAnError_MeansNoSignature() => RefusedAsync(_ => null);

    [Fact]
    public Task Authority_ThatAnswersNonsense_MeansNoSignature() => RefusedAsync(_ => "<html>"u8.ToArray());

    [Fact]
    public Task Token_ThatWasTamperedWith_MeansNoSignature() => RefusedAsync(answer =>
    {
        answer[^1] ^= 1;
        return answer;
    });

    [Fact]
    public Task Answer_WithoutEnd_MeansNoSignature() => RefusedAsync(_ => new byte[1_000_000]);

    [Fact]
    public async Task Token_OfSomethingElse_MeansNoSignature()
    {
        timestamps.StampsSomethingElse = true;

        await RefusedAsync(answer => answer);
    }

    [Fact]
    public async Task Authority_ThatIsNotThere_MeansNoSignature()
    {
        timestamps.Dispose();

        await RefusedAsync(answer => answer);
    }

    private async Task RefusedAsync(Func<byte[], byte[]?> spoil)
    {
        timestamps.Spoil = spoil;
        var result = await PadesSigning.SignAsync(
            PaperFile.Blank(),
            DirectiveFields.Signer,
            PaperFile.Drawn("x", 240, 90),
            office.Signer,
            new SigningDetails("Đinh Văn Thử", null, null, TestAuthority.Now, SignatureReach.FillAndSign),
            timestamps.Client(http),
            default);

        Assert.Equal("signing.no-timestamp", result.Refusal?.Code);
    }
}
