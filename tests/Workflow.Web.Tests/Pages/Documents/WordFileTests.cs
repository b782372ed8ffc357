using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Word;
using Workflow.Directives.Numbering;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Pages.Documents;

public sealed class WordFileTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private readonly Walk walk = new(office);

    [Fact]
    public async Task Drafter_TakesTheDraftAsWordFile_MarkedAsDraft()
    {
        var id = await walk.DraftAsync();
        using var drafter = await Visitor.EnterAsync(office, Walk.Drafter);
        Assert.Contains($"/directives/{id}/document.docx", (await drafter.GetAsync($"/directives/{id}")).Html, StringComparison.Ordinal);
        Assert.Contains($"/directives/{id}/document.docx", (await drafter.GetAsync($"/directives/{id}/draft")).Html, StringComparison.Ordinal);

        var file = await drafter.FetchAsync($"/directives/{id}/document.docx");

        Assert.Equal((HttpStatusCode.OK, DirectiveDocx.ContentType), (file.Status, file.ContentType));
        Assert.Matches("^Công văn - [0-9a-f]{4} [0-9a-f]{4}\\.docx$", file.Name);
        var read = await ReadAsync(file.Content);
        Assert.Equal((null, null, "DỰ THẢO"), (read.Number, read.Date, read.DraftMark));
        Assert.Equal(CorpusJson.Write(DocumentReader.Read(Texts.Letter)), CorpusJson.Write(read with { DraftMark = null }));
    }

    [Fact]
    public async Task Registry_TakesTheNumberedDirective_WithNumberDateAndSignature()
    {
        var id = await walk.ToAsync("seal");
        var number = await office.InStoreAsync(db => db.Set<RegisterNumber>().Where(one => one.DirectiveId == id).Select(one => one.Symbol).SingleAsync());
        using var registry = await Visitor.EnterAsync(office, Walk.Registry);

        var file = await registry.FetchAsync($"/directives/{id}/document.docx");

        Assert.Equal($"{number.Replace('/', '-')}.docx", file.Name);
        var read = await ReadAsync(file.Content);
        Assert.Equal((number, "Nguyễn Khải Định", "(Đã ký)", null), (read.Number, read.Signature?.Name, read.Signature?.Note, read.DraftMark));
        Assert.NotNull(read.Date);
    }

    [Theory]
    [InlineData(Walk.OtherDrafter)]
    [InlineData(Walk.HealthClerk)]
    public async Task SomebodyWhoMayNotOpenThePage_FindsNoFile(string email)
    {
        var id = await walk.DraftAsync();
        using var other = await Visitor.EnterAsync(office, email);

        var file = await other.FetchAsync($"/directives/{id}/document.docx");

        Assert.Equal(HttpStatusCode.NotFound, file.Status);
        Assert.NotEqual(DirectiveDocx.ContentType, file.ContentType);
    }

    private static async Task<DirectiveDocument> ReadAsync(byte[] file) =>
        DocumentReader.Read((await new SourceFileReader().ReadAsync("a.docx", file, CancellationToken.None)).Value.Text);
}
