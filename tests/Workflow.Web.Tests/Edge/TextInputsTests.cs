using System.Net;
using System.Text;
using Workflow.Web.Tests.Api;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Edge;

/// <summary>Texts made to be taken for something else: markup, patterns, addresses, signs that nobody sees.</summary>
public sealed class TextInputsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Markup = "<script>alert(1)</script> \"><svg onload=alert(2)> {{7*7}} javascript:alert(3)";
    private readonly Walk walk = new(office);

    [Fact]
    [Trait("BadInput", "21")]
    public async Task Markup_InTheText_IsShownAsTextEverywhere()
    {
        var id = await walk.DraftAsync(Texts.Letter.Replace("V/v ", "V/v " + Markup + " ", StringComparison.Ordinal));
        using var drafter = await Visitor.EnterAsync(office, Walk.Drafter);
        var seen = 0;
        foreach (var path in new[] { $"/directives/{id}", $"/directives/{id}/draft", "/drafts", "/work", "/directives", "/directives?q=" + Uri.EscapeDataString(Markup) })
        {
            var page = await drafter.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<svg onload", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", page.Html, StringComparison.OrdinalIgnoreCase);
            seen += page.Words.Contains("{{7*7}}", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(seen >= 2, $"{seen} pages show the text");
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("a%00b")]
    [InlineData("%FF")]
    [InlineData("%ED%A0%80")]
    [InlineData("%C0%AF")]
    [InlineData("%1B%5B31m")]
    [Trait("BadInput", "26")]
    public async Task Search_OfWhatIsNoText_Is400(string written)
    {
        using var asked = new Asked(office);
        foreach (var path in new[] { "/directives?q=", "/api/units?name=", "/sign-in?back=" })
        {
            using var response = await asked.SendAsync("GET", path + written, null, ("Authorization", $"Bearer {office.TokenOf(Walk.Drafter)}"));
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            ResponseHeadersTests.AssertGuarded(response, path);
        }
    }

    [Fact]
    [Trait("BadInput", "26")]
    public async Task Search_OfAMegabyte_IsRefusedBeforeItIsRead()
    {
        using var line = await RawLine.OpenAsync(office);
        var answer = line.ReadAsync("\r\n\r\n");
        await line.WriteAsync($"GET /directives?q={new string('a', 1_048_576)} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 414 ", await answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((")]
    [InlineData("\"\"\"\"\"\"\"\"\"\"\"\"\"\" NEAR NEAR NEAR(a b, 100000) * ^ : - + {x}: AND OR NOT")]
    [InlineData("%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%_%_%_%_%_%_%_%_%_%_%_%_%_%_%_%")]
    [InlineData("(a+)+$ (a|a)*b [a-z]{1,99999} ^(([a-z])+.)+[A-Z]([a-z])+$")]
    [InlineData("' OR 1=1--")]
    [Trait("BadInput", "26")]
    [Trait("BadInput", "27")]
    public async Task Search_MadeToBeSlow_IsAnsweredInTime(string pattern)
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Registry);
        var before = await StoreContent.ReadAsync(office.Database);
        var many = string.Concat(Enumerable.Repeat(pattern + " ", 40));
        many = many[..Math.Min(many.Length, 2_000)];
        foreach (var words in new[] { pattern, many })
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var page = await visitor.GetAsync("/directives?q=" + Uri.EscapeDataString(words)).WaitAsync(late.Token);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            (await office.As(Walk.Registry).GetAsync("/api/units?name=" + Uri.EscapeDataString(words)).WaitAsync(late.Token)).Must(HttpStatusCode.OK);
        }

        Assert.Equal(before, await StoreContent.ReadAsync(office.Database));
    }

    [Theory]
    [InlineData("Ủy ban\r\nBcc: x@y.vn")]
    [InlineData("Ủy ban \u202Exã")]
    [InlineData("Ủy\u200Bban")]
    [InlineData("Ủy ban\0")]
    [Trait("BadInput", "23")]
    [Trait("BadInput", "28")]
    public async Task UnitName_WithHiddenSigns_IsRefused(string name)
    {
        var (clean, hidden) = (await PreviewAsync("Ủy ban nhân dân xã Thử"), await PreviewAsync(name));
        Assert.True(hidden.GetProperty("problems").GetArrayLength() > clean.GetProperty("problems").GetArrayLength(), hidden.GetRawText());
        var answer = await office.ChangesNothingAsync(() => office.As(Walk.Chief).PostAsync(
            "/api/directory/changes", new { sheet = "Units", rows = new[] { Row(name) }, seen = hidden.GetProperty("seen").GetString() }));
        Assert.NotEqual(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("../../a.txt")]
    [InlineData("C:\\con.txt")]
    [InlineData("a.txt\u202Etxt.exe.txt")]
    [InlineData("<svg onload=alert(1)>.txt")]
    [Trait("BadInput", "36")]
    public async Task FileName_OfAnyKind_IsTextOnThePageAndNeverAPlaceOnTheDisk(string name)
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        await visitor.GetAsync("/reading");
        var before = System.IO.Directory.EnumerateFiles(office.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var page = await visitor.PostAsync("/reading", name, Encoding.UTF8.GetBytes(Texts.Letter));
        Assert.NotEqual(HttpStatusCode.InternalServerError, page.Status);
        Assert.DoesNotContain("<svg onload", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            before.Where(path => !path.Contains("workflow.db-", StringComparison.Ordinal)),
            System.IO.Directory.EnumerateFiles(office.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(path => !path.Contains("workflow.db-", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("BadInput", "36")]
    public async Task File_HandedOut_HasANameOfOneLineAndIsNoPage()
    {
        var id = await walk.ToAsync("closure");
        using var visitor = await Visitor.EnterAsync(office, Walk.Registry);
        foreach (var file in new[] { "signed.pdf", "evidence.zip" })
        {
            using var response = await visitor.ResponseAsync($"/directives/{id}/files/{file}");
            var disposition = response.Content.Headers.ContentDisposition;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("attachment", disposition?.DispositionType);
            Assert.Matches("^[^\\\\/\\r\\n\"]+$", disposition?.FileNameStar ?? disposition?.FileName);
        }
    }

    private static Dictionary<string, string> Row(string name) => new() { ["code"] = "X-1", ["name"] = name };

    private async Task<System.Text.Json.JsonElement> PreviewAsync(string name) => (await office.As(Walk.Chief).PostAsync(
        "/api/directory/preview", new { sheet = "Units", rows = new[] { Row(name) } })).Must(HttpStatusCode.OK).Json;
}
