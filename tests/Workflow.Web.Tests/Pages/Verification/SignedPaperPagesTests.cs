using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Sample;
using Workflow.Directives.Signing;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Pages.Verification;

/// <summary>The paper as people take it away, check it, and lose it: through the real host.</summary>
public sealed class SignedPaperPagesTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private readonly Walk walk = new(office);

    [Fact]
    public async Task Original_HandedOut_IsTheSealedPaperByteForByte_AndTheVerifyPageSaysSo()
    {
        var id = await walk.ToAsync("closure");
        using var clerk = await Visitor.EnterAsync(office, Walk.Registry);
        var paper = await office.InStoreAsync(db => db.FinalPaperAsync(id, default));

        var original = await clerk.FetchAsync($"/directives/{id}/files/signed.pdf");
        var seen = await CheckAsync(original.Content);

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (original.Status, original.ContentType));
        Assert.Equal(paper!.Hash, FileStore.HashOf(original.Content));
        Assert.Contains("HỢP LỆ: bản gốc", seen.Words, StringComparison.Ordinal);
        var number = await office.InStoreAsync(db => db.Set<RegisterNumber>().Where(one => one.DirectiveId == id).Select(one => one.Symbol).SingleAsync());
        Assert.Contains(number, (await clerk.GetAsync($"/verify/{paper.Code}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("thiên tai", seen.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_WithOneByteChanged_IsToldAsAltered()
    {
        var id = await walk.ToAsync("closure");
        using var clerk = await Visitor.EnterAsync(office, Walk.Registry);
        var (_, _, _, pdf) = await clerk.FetchAsync($"/directives/{id}/files/signed.pdf");
        pdf[pdf.Length / 4] ^= 1;

        Assert.Contains("ĐÃ BỊ THAY ĐỔI", (await CheckAsync(pdf)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfAnUnknownCodeOrNoPdf_SaysSo()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Clerk);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/verify/khong-co-ma-nay")).Status);
        Assert.Contains("Không đọc được tệp này như một tệp PDF", (await CheckAsync("không phải PDF"u8.ToArray())).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_ForReading_BearsTheReaderAndIsNotTheOriginal()
    {
        var id = await walk.ToAsync("closure");
        using var clerk = await Visitor.EnterAsync(office, Walk.Registry);

        var copy = await clerk.FetchAsync($"/directives/{id}/files/document.pdf");
        var original = await clerk.FetchAsync($"/directives/{id}/files/signed.pdf");

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (copy.Status, copy.ContentType));
        Assert.NotEqual(FileStore.HashOf(original.Content), FileStore.HashOf(copy.Content));
    }

    [Fact]
    public async Task Evidence_OfAUnit_HoldsThePaperAndNothingOfAnyOtherUnit()
    {
        var id = await walk.ToAsync("closure");
        var deliveries = await office.InStoreAsync(db => db.Set<Delivery>().Where(one => one.DirectiveId == id).OrderBy(one => one.Order).ToListAsync());
        var mine = await office.InStoreAsync(async db => (await db.Set<Person>().SingleAsync(one => one.Email == Walk.Clerk)).UnitId);
        using var unit = await Visitor.EnterAsync(office, Walk.Clerk);
        var own = deliveries.Single(one => one.UnitId == mine);

        var pack = await unit.FetchAsync($"/inbox/{own.Id}/files/evidence.zip");
        using var zip = new ZipArchive(new MemoryStream(pack.Content));
        var texts = zip.Entries.Where(one => !one.Name.EndsWith(".pdf", StringComparison.Ordinal)).Select(Read).ToList();

        Assert.Equal(HttpStatusCode.OK, pack.Status);
        Assert.Equal((await office.InStoreAsync(db => db.FinalPaperAsync(id, default)))!.Hash, HashOf(zip.Entries.Single(one => one.Name.EndsWith(".pdf", StringComparison.Ordinal))));
        Assert.All(deliveries.Where(one => one.Id != own.Id), other => Assert.All(texts, text => Assert.DoesNotContain(other.UnitName, text, StringComparison.Ordinal)));
        Assert.All(texts, text => Assert.DoesNotMatch("/a/[A-Za-z0-9_-]{20}", text));
        Assert.Equal(HttpStatusCode.NotFound, (await unit.FetchAsync($"/inbox/{deliveries.First(one => one.Id != own.Id).Id}/files/evidence.zip")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.FetchAsync($"/directives/{id}/files/signed.pdf")).Status);
    }

    [Fact]
    public async Task Signature_WithoutPinThroughTheApi_Is401AndChangesNothing()
    {
        var id = await walk.ToAsync("signature");
        var task = await walk.TaskAsync(Walk.Secretary, id);
        var shown = (await office.As(Walk.Secretary).GetAsync($"/api/work-items/{task}/signing")).Must(HttpStatusCode.OK);
        var body = new { seenRevision = 1, seenHash = shown.Text("seenHash"), seenPaper = shown.Text("seenPaper"), pin = "sai" + TrialAuthority.Pin };

        (await office.ChangesNothingAsync(() => office.As(Walk.Secretary).PostAsync($"/api/work-items/{task}/signature", body)))
            .MustRefuse(HttpStatusCode.Unauthorized, "pin.wrong");
        Assert.Equal(HttpStatusCode.Forbidden, (await office.As(Walk.Drafter).GetAsync($"/api/work-items/{task}/signing")).Status);
    }

    [Fact]
    public async Task Paper_DamagedOnTheDisk_IsNeitherSealedNorHandedOut_AndTheClerkIsTold()
    {
        var id = await walk.ToAsync("seal");
        var task = await walk.TaskAsync(Walk.Registry, id);
        var numbered = await office.InStoreAsync(db => db.PaperAsync(id, PaperStage.Numbered, default));
        var path = Path.Combine(office.Folder, "files", numbered!.Hash[..2], numbered.Hash);
        var whole = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, [.. whole[..^1], (byte)(whole[^1] ^ 1)]);

        var refused = await office.ChangesNothingAsync(() => office.As(Walk.Registry).PostAsync($"/api/work-items/{task}/seal", new { pin = TrialAuthority.Pin }));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "urn:workflow:paper-damaged"), (refused.Status, refused.Text("type")));

        await File.WriteAllBytesAsync(path, whole);
        await walk.OnAsync(id, null);
        Assert.Equal("Issued", await walk.StateAsync(id));
    }

    [Fact]
    public async Task Recall_ThroughTheApi_EndsTheReceiptAndShowsOnTheVerifyPage()
    {
        var id = await walk.ToAsync("closure");
        (await office.As(Walk.Registry).PostAsync($"/api/directives/{id}/recall-proposal", new { reason = "Sai thẩm quyền." })).Must(HttpStatusCode.OK);
        (await office.As(Walk.Chief).PostAsync($"/api/directives/{id}/recall", new { agree = true })).Must(HttpStatusCode.OK);
        var paper = await office.InStoreAsync(db => db.FinalPaperAsync(id, default));
        using var visitor = await Visitor.EnterAsync(office, Walk.Registry);

        Assert.Equal("Recalled", await walk.StateAsync(id));
        Assert.Contains("ĐÃ BỊ THU HỒI", (await visitor.GetAsync($"/verify/{paper!.Code}")).Words, StringComparison.Ordinal);
        Assert.Contains("Văn bản đã bị thu hồi", (await visitor.GetAsync($"/directives/{id}")).Words, StringComparison.Ordinal);
    }

    private async Task<SeenPage> CheckAsync(byte[] pdf)
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Clerk);
        await visitor.GetAsync("/verify");
        return await visitor.PostAsync("/verify", "van-ban.pdf", pdf);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static string HashOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return FileStore.HashOf(bytes.ToArray());
    }
}
