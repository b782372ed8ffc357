using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination;
using Workflow.Web.Tests.Api;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Pages.Dissemination;

/// <summary>Links of units: nobody of the office reads one, and the registry ends them.</summary>
public sealed class NewLinkTests(IssuedLetter letter) : IClassFixture<IssuedLetter>
{
    private const string Commune = "Đảng ủy xã An Lộc";
    private readonly RunningOffice office = letter.Office;

    [Theory]
    [InlineData(Walk.Registry)]
    [InlineData(Walk.Administrator)]
    public async Task Outbox_ForTheOffice_ShowsStarsForLinks(string email)
    {
        using var visitor = await Visitor.EnterAsync(office, email);
        var secrets = letter.Mail.Values.Select(Letters.TokenIn).ToList();
        var messages = await office.InStoreAsync(db => db.Set<Workflow.Directives.Dissemination.Mail.OutboxMessage>().Select(one => one.Id).ToListAsync());
        var shown = 0;
        foreach (var path in messages.SelectMany(id => new[] { $"/outbox/{id}", $"/outbox/{id}/html" }).Append("/outbox"))
        {
            var page = await visitor.GetAsync(path);
            shown += page.Html.Contains("/a/***", StringComparison.Ordinal) ? 1 : 0;
            Assert.DoesNotContain(secrets, secret => page.Html.Contains(secret, StringComparison.Ordinal));
        }

        Assert.Equal(2 * messages.Count, shown);
    }

    [Fact]
    [Trait("BadInput", "10")]
    public async Task Link_TakenBackOnTheUnitsPage_IsGoneAndTheNewOneOpens()
    {
        var delivery = (await letter.Walk.DeliveriesAsync(letter.Id)).Single(one => one.GetProperty("unitName").GetString() == Commune).GetProperty("id").GetGuid();
        var old = Letters.LinkIn(letter.Mail[Commune]).AbsolutePath;
        using var registry = await Visitor.EnterAsync(office, Walk.Registry);
        var page = await registry.GetAsync($"/directives/{letter.Id}/board/{delivery}");
        Assert.Contains("Thay liên kết", page.Words, StringComparison.Ordinal);
        Assert.Contains("liên kết mới đang được gửi", (await registry.PostAsync($"/directives/{letter.Id}/board/{delivery}/link")).Words, StringComparison.Ordinal);
        await office.SendMailAsync();

        using var unit = await Visitor.EnterAsync(office, Walk.IslandClerk);
        var gone = await unit.GetAsync(old);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.True(gone.Words.Contains("đã hết hạn hoặc đã được thay", StringComparison.Ordinal), gone.Words);
        foreach (var path in new[] { $"{old}/files/document.pdf", $"{old}/files/signed.pdf" })
        {
            Assert.Equal(HttpStatusCode.Gone, (await unit.FetchAsync(path)).Status);
        }

        await office.ChangesNothingAsync(() => office.With(null).PostAsync(
            $"/api/receipts/{old[3..]}/acknowledgment", new { name = "Bàn Thị Pham", position = "Văn thư", arrivalNumber = "15" }));
        var mail = office.Mail().Single(one => Letters.TextOf(one).Contains("Liên kết mới", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await unit.GetAsync(Letters.LinkIn(mail).AbsolutePath)).Status);
    }

    [Fact]
    public async Task Store_WithAllItsFiles_HoldsNoLink()
    {
        var files = System.IO.Directory.GetFiles(office.Folder, "workflow.db*");
        var secrets = letter.Mail.Values.Select(Letters.TokenIn).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var content = await reader.ReadToEndAsync();
            Assert.DoesNotContain(secrets, secret => content.Contains(secret, StringComparison.Ordinal));
        }

        Assert.All(secrets, secret => Assert.True(LinkToken.LooksRight(secret)));
    }
}
