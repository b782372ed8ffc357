using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Sample;
using Workflow.Directives.Signing;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Tests.Signing;

/// <summary>The electronic paper from signature to issue, through the use cases.</summary>
public sealed class SignedPaperTests
{
    // One red pixel: the smallest PNG with colours.
    private static readonly byte[] RedDot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGO4JCAFAAK0AP07hXsFAAAAAElFTkSuQmCC");

    [Theory]
    [InlineData("chi-thi")]
    [InlineData("cong-van")]
    [InlineData("thong-bao-ket-luan")]
    [InlineData("hoa-toc")]
    public async Task Paper_SignedNumberedSealed_IsValidAtTheEndWithBothSignatures(string key)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync(key, "issue");

        var (papers, pdf) = await FinalAsync(office, id);
        var verified = FileVerification.Verify(pdf, await office.ReadAsync(db => OfficeTrust.ReadAsync(db, default)), office.Time.GetUtcNow().UtcDateTime);

        Assert.Equal([PaperStage.Signed, PaperStage.Numbered, PaperStage.Sealed], papers.Select(one => one.Stage));
        Assert.True(verified.Verdict == FileVerdict.Valid, string.Join('\n', verified.Findings.Concat(verified.Signatures.SelectMany(one => one.Findings)).Select(one => one.English)));
        Assert.Equal(2, verified.Signatures.Count);
        Assert.True(verified.Signatures[^1].CoversWholeFile);
        Assert.Equal(await office.ReadAsync(db => db.Set<Signature>().Select(one => one.Certificate).SingleAsync()), verified.Signatures[0].Thumbprint);
    }

    [Fact]
    public async Task EachStage_BeginsWithTheBytesOfTheOneBefore()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "issue");

        var (papers, _) = await FinalAsync(office, id);
        byte[] before = [];
        foreach (var paper in papers)
        {
            var bytes = await office.Get<FileStore>().ReadAsync(paper.Hash, default);
            Assert.True(bytes.AsSpan().StartsWith(before));
            Assert.True(bytes.Length > before.Length);
            before = bytes;
        }
    }

    [Theory]
    [InlineData(null, "pin.needed")]
    [InlineData("", "pin.needed")]
    [InlineData("sai-ma-pin", "pin.wrong")]
    public async Task Signature_WithoutTheRightPin_ChangesNothingAndAsksAgain(string? pin, string code)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "sign");

        var refused = await Refused.ChangesNothingAsync(office, code, () => office.Walk.SignAsync(id, Who.Chief, pin: pin));

        Assert.Equal(RefusalKind.StepUp, refused.Kind);
        Assert.False(System.IO.Directory.Exists(office.Files));
        Walk.Done(await office.Walk.SignAsync(id, Who.Chief));
    }

    [Fact]
    public async Task Signature_OfAnotherPaperThanShown_ChangesNothing()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "sign");
        var shownToSomebodyElse = await office.Walk.PaperToSignAsync(id, await office.AsAsync(Who.DeputyChief));

        await Refused.ChangesNothingAsync(office, "signing.shown-differs", () => office.Walk.SignAsync(id, Who.Chief, paper: new string('0', 64)));
        if (shownToSomebodyElse.Length > 0)
        {
            await Refused.ChangesNothingAsync(office, "signing.shown-differs", () => office.Walk.SignAsync(id, Who.Chief, paper: shownToSomebodyElse));
        }
    }

    [Fact]
    public async Task Signature_WithARevokedCertificate_ChangesNothing()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "sign");
        var chief = (await office.AsAsync(Who.Chief)).PersonId;
        var thumbprint = await office.ReadAsync(db => db.Set<SigningCertificate>().Where(one => one.PersonId == chief).Select(one => one.Thumbprint).SingleAsync());
        Walk.Done(await office.AskAsync<RevokeCertificate, Result<SigningCertificate>>(one => one.RunAsync(thumbprint, "Mất thiết bị.", default)));

        await Refused.ChangesNothingAsync(office, "certificate.revoked", () => office.Walk.SignAsync(id, Who.Chief));
    }

    [Fact]
    public async Task Certificate_WithAPicture_ShowsItOnThePaper_AndWhatIsNoPictureIsRefused()
    {
        await using var office = await Province.OpenAsync();
        var seal = await office.ReadAsync(db => db.Set<SigningCertificate>().Where(one => one.PersonId == null).Select(one => one.Thumbprint).SingleAsync());
        await Refused.ChangesNothingAsync(office, "certificate.no-picture", () => PictureAsync(office, seal, [1, 2, 3]));
        await Refused.ChangesNothingAsync(office, "certificate.not-found", () => PictureAsync(office, "0123456789abcdef", RedDot));
        Walk.Done(await PictureAsync(office, seal, RedDot));

        var (_, pdf) = await FinalAsync(office, await office.Walk.ToAsync("hoa-toc", "issue"));

        var verified = FileVerification.Verify(pdf, await office.ReadAsync(db => OfficeTrust.ReadAsync(db, default)), office.Time.GetUtcNow().UtcDateTime);
        Assert.Equal(FileVerdict.Valid, verified.Verdict);
        Assert.Contains("/Subtype /Image", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_DrawnTwiceForOneSigner_IsTheSameToTheByte()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "sign");
        var signer = await office.AsAsync(Who.Secretary);

        Assert.Equal(await office.Walk.PaperToSignAsync(id, signer), await office.Walk.PaperToSignAsync(id, signer));
        Assert.NotEqual(await office.Walk.PaperToSignAsync(id, signer), await office.Walk.PaperToSignAsync(id, await office.AsAsync(Who.Deputy)));
    }

    [Fact]
    public async Task Issue_OfAPaperDamagedOnTheDisk_ChangesNothing()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "issue");
        var (papers, pdf) = await FinalAsync(office, id);
        pdf[pdf.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(office.Get<FileStore>().PathOf(papers[^1].Hash), pdf);

        await Refused.ChangesNothingAsync(office, "verification.paper-unfit", () => office.Walk.IssueAsync(id, Who.Clerk));
    }

    [Fact]
    public async Task Register_KnowsThePaperByItsHashAndByItsCode()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "issue");
        var (papers, _) = await FinalAsync(office, id);

        Assert.Equal(Standing.NotIssued, (await StandingAsync(office, papers[^1])).Standing);
        await office.Walk.UntilAsync(id, Walk.Disseminate);
        var standing = await StandingAsync(office, papers[^1]);
        Assert.Equal((Standing.Stands, papers[^1].Hash, PaperStage.Sealed), (standing.Standing, standing.OriginalHash, standing.Stage));
        Assert.Equal(PaperStage.Signed, (await StandingAsync(office, papers[0])).Stage);
        Assert.Equal(standing.Number, (await office.AskAsync<FindStanding, DocumentStanding>(one => one.ByCodeAsync(papers[0].Code, default))).Number);
        Assert.Equal(Standing.Unknown, (await office.AskAsync<FindStanding, DocumentStanding>(one => one.ByCodeAsync("khong-co", default))).Standing);
    }

    [Fact]
    public async Task Signature_LeavesTheProofOfIdentityInTheRecord()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "issue");

        var acts = await office.ReadAsync(db => db.Set<AuditEntry>().Where(one => one.DirectiveId == id).OrderBy(one => one.Seq).Select(one => one.Act).ToListAsync());

        Assert.Equal("identity.confirmed", acts[acts.IndexOf("signature.given") - 1]);
        Assert.Equal("identity.confirmed", acts[acts.IndexOf("seal.applied") - 1]);
        Assert.DoesNotContain(
            await office.ReadAsync(db => db.Set<AuditEntry>().Select(one => one.Detail ?? "").ToListAsync()), one => one.Contains(TrialAuthority.Pin, StringComparison.Ordinal));
    }


    private static Task<Result<SigningCertificate>> PictureAsync(Province office, string thumbprint, byte[] picture) =>
        office.AskAsync<PictureCertificate, Result<SigningCertificate>>(one => one.RunAsync(thumbprint, picture, default));

    private static Task<DocumentStanding> StandingAsync(Province office, Paper paper) =>
        office.AskAsync<FindStanding, DocumentStanding>(one => one.ByHashAsync(paper.Hash, default));

    private static async Task<(List<Paper> Papers, byte[] Final)> FinalAsync(Province office, Guid id)
    {
        var papers = await office.ReadAsync(db => db.Set<Paper>().Where(one => one.DirectiveId == id).OrderBy(one => one.At).ThenBy(one => one.Length).ToListAsync());
        return (papers, await office.Get<FileStore>().ReadAsync(papers[^1].Hash, default));
    }
}
