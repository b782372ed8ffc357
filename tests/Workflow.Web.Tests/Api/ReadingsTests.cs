using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>POST /api/readings answers what is understood of a text and stores nothing, so it wants no key.</summary>
public sealed class ReadingsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Path = "/api/readings";
    private const string Unnumbered = "TỈNH ỦY NAM BÌNH\n\nCHỈ THỊ\nvề công tác dân vận\n-----\n\nNội dung.\n\nNơi nhân:\n- Lưu.\n";

    [Fact]
    public async Task Text_AsJsonTextOrForm_GivesTheSameReading()
    {
        var expected = JsonNode.Parse(CorpusJson.Write(DocumentReader.Read(Texts.Letter)))!.AsObject();
        var answers = new[]
        {
            await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync(Path, new { text = Texts.Letter }, key: "")),
            await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostTextAsync(Path, Texts.Letter, key: "", "text/plain")),
            await office.ChangesNothingAsync(() => SendAsync("cong-van.txt", Encoding.UTF8.GetBytes(Texts.Letter))),
        };

        foreach (var answer in answers)
        {
            var read = JsonNode.Parse(answer.Must(HttpStatusCode.OK).Body)!.AsObject();
            Assert.Equal(DocumentReader.Read(Texts.Letter).Parts.Length, read["parts"]!.AsArray().Count);
            read.Remove("parts");
            read.Remove("source");
            Assert.True(JsonNode.DeepEquals(expected, read), answer.Body);
        }
    }

    [Fact]
    public async Task Part_ThatIsDoubtful_SaysWhyAndWhatElse_AndTakesACorrection()
    {
        var read = (await office.As(Walk.Drafter).PostAsync(Path, new { text = Unnumbered }, key: "")).Must(HttpStatusCode.OK).Json;
        var doubtful = read.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("kind").GetString() == "RecipientsLabel");
        Assert.InRange(doubtful.GetProperty("confidence").GetDouble(), 0.01, 0.99);
        Assert.NotEmpty(doubtful.GetProperty("doubt").GetProperty("vietnamese").GetString()!);
        Assert.NotEqual(0, doubtful.GetProperty("doubt").GetProperty("alternatives").GetArrayLength());

        var corrected = (await office.As(Walk.Drafter).PostAsync(
            Path, new { text = Unnumbered, corrections = new[] { new { line = 4, kind = "Ornament" } } }, key: "")).Must(HttpStatusCode.OK).Json;
        Assert.Equal("về công tác dân vận", read.GetProperty("subject").GetString());
        Assert.Null(corrected.GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Refusals_HaveTheStatusOfTheirReason()
    {
        var drafter = office.As(Walk.Drafter);
        await RefusedAsync(() => SendAsync("a.docx", "MZ\0\0"u8.ToArray()), HttpStatusCode.UnsupportedMediaType, "file.content-differs");
        await RefusedAsync(() => SendAsync("a.txt", []), HttpStatusCode.UnprocessableEntity, "file.empty");
        await RefusedAsync(() => SendAsync("a.txt", new byte[SourceFileReader.LargestFile + 1]), HttpStatusCode.RequestEntityTooLarge, "file.too-large");
        await RefusedAsync(() => drafter.PostAsync(Path, new { text = new string('a', TextRules.LongestText + 1) }, ""), HttpStatusCode.RequestEntityTooLarge, "file.text-too-long");
        await RefusedAsync(() => drafter.PostTextAsync(Path, "TỐI MẬT\nCHỈ THỊ\nvề x", "", "text/plain"), HttpStatusCode.UnprocessableEntity, "text.broken");
    }

    [Theory]
    [InlineData("{\"text\":", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"text\":\"x\",\"corrections\":[{\"line\":1,\"kind\":\"Nonsense\"}]}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"text\":\"x\",\"corrections\":[null]}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("x", "application/xml", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("x", "multipart/form-data", HttpStatusCode.BadRequest)]
    public async Task Body_ThatIsNoRequest_IsRefused(string body, string type, HttpStatusCode status) =>
        (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostTextAsync(Path, body, "", type))).Must(status);

    [Fact]
    public async Task WithoutAToken_NothingIsRead() =>
        (await office.ChangesNothingAsync(() => office.With(null).PostAsync(Path, new { text = Unnumbered }, ""))).Must(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Description_AsksForNoKey()
    {
        var described = (await office.With(null).GetAsync("/openapi/v1.json")).Json.GetProperty("paths").GetProperty(Path).GetProperty("post");
        Assert.False(described.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(one => one.GetProperty("in").GetString() == "header"));
        Assert.True(described.GetProperty("requestBody").GetProperty("content").TryGetProperty("multipart/form-data", out _));
        Assert.True(described.GetProperty("responses").TryGetProperty("413", out _));
    }

    private async Task RefusedAsync(Func<Task<ApiAnswer>> act, HttpStatusCode status, string code) =>
        (await office.ChangesNothingAsync(act)).MustRefuse(status, code);

    private async Task<ApiAnswer> SendAsync(string name, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = form };
        return await office.As(Walk.Drafter).SendAsync(request);
    }
}
