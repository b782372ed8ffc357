using System.Net;
using System.Text;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Pages.Reading;

/// <summary>A text beside what was understood of it, corrected and drafted from, without script and without storing anything before.</summary>
public sealed class ReadingTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private static readonly string Doubtful = Texts.Letter.Replace("Nơi nhận:", "Nơi nhân:", StringComparison.Ordinal) + "\nxyz abc\n";

    [Fact]
    public async Task File_ShowsEveryLineWithItsKind_AndStoresNothing()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        var before = await StoreContent.ReadAsync(office.Database);
        var page = await visitor.PostAsync("/reading", "cong-van.txt", Encoding.UTF8.GetBytes(Doubtful));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(DocumentReader.Read(Doubtful).Parts, part => Assert.Contains(part.Text, page.Words, StringComparison.Ordinal));
        Assert.Contains("cong-van.txt", page.Words, StringComparison.Ordinal);
        Assert.Contains("Nơi nhận · cần xem lại", page.Words, StringComparison.Ordinal);
        Assert.Contains("Chưa nhận ra", page.Words, StringComparison.Ordinal);
        Assert.Equal(before, await StoreContent.ReadAsync(office.Database));
    }

    [Fact]
    public async Task Correction_StaysInTheForm_AndCanBeTakenBack()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        await visitor.GetAsync("/reading");
        var parts = DocumentReader.Read(Doubtful).Parts;
        var place = parts.Select((part, i) => (part, i)).Single(one => one.part.Text == "xyz abc").i;

        var opened = await visitor.PostAsync("/reading", ("Text", Doubtful), ("Press", $"open:{place}"));
        Assert.Contains($"name=\"Kind-{place}\"", opened.Html, StringComparison.Ordinal);
        Assert.Empty(opened.Values("Corrected"));

        var chosen = await visitor.PostAsync("/reading", ("Text", Doubtful), ("Press", $"choose:{place}"), ($"Kind-{place}", "SignatureName"));
        var kept = Assert.Single(chosen.Values("Corrected"));
        Assert.Equal($"{parts[place].Line}:SignatureName:xyz abc", kept);
        Assert.Contains("xyz abc Họ tên người ký Theo sửa đổi của đồng chí", chosen.Words, StringComparison.Ordinal);

        var set = await visitor.PostAsync("/reading", ("Text", Doubtful), ("Press", $"set:{place}:Ornament"), ("Corrected", kept));
        Assert.EndsWith(":Ornament:xyz abc", Assert.Single(set.Values("Corrected")), StringComparison.Ordinal);

        var undone = await visitor.PostAsync("/reading", ("Text", Doubtful), ("Press", "undo:0"), ("Corrected", kept));
        Assert.Empty(undone.Values("Corrected"));
    }

    [Theory]
    [InlineData("set:9999:Subject")]
    [InlineData("set:0:Nonsense")]
    [InlineData("set:0:99")]
    [InlineData("undo:7")]
    [InlineData("open:-1")]
    [InlineData("choose:0")]
    [InlineData(":::")]
    [InlineData("")]
    public async Task Press_ThatMeansNothing_ChangesNothing(string press)
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        await visitor.GetAsync("/reading");
        var page = await visitor.PostAsync("/reading", ("Text", Doubtful), ("Press", press), ("Corrected", "x:y"), ("Corrected", "1:Nonsense:a"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Values("Corrected"));
    }

    [Fact]
    public async Task Draft_FromAReading_HoldsThePartsAsCorrected()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        await visitor.GetAsync("/reading");
        var line = DocumentReader.Read(Doubtful).Parts.Single(part => part.Text.StartsWith("V/v ", StringComparison.Ordinal)).Line;
        var page = await visitor.PostAsync("/reading?handler=Draft", ("Text", Doubtful), ("Corrected", $"{line}:Ornament:"), ("TemplateKey", "cong-van"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Matches("^/directives/[0-9a-f-]{36}/draft$", page.Path);
        Assert.DoesNotContain("xyz abc", page.Words, StringComparison.Ordinal);
        Assert.Contains("Đảng ủy xã An Lộc", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_AreSaidOnThePage_AndTheTextIsNotShownAgain()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        await visitor.GetAsync("/reading");
        var before = await StoreContent.ReadAsync(office.Database);

        var secret = await visitor.PostAsync("/reading", ("Text", "TUYỆT MẬT\nCHỈ THỊ\nvề chiến dịch cá chép"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, secret.Status);
        Assert.DoesNotContain("cá chép", secret.Html, StringComparison.Ordinal);

        var wrong = await visitor.PostAsync("/reading", "a.pdf", "not a pdf"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, wrong.Status);
        Assert.Contains(FileRefusals.NameDiffers.Vietnamese, wrong.Words, StringComparison.Ordinal);

        var large = await visitor.PostAsync("/reading", "a.txt", new byte[SourceFileReader.LargestFile + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains(FileRefusals.TooLarge.Vietnamese, large.Words, StringComparison.Ordinal);

        Assert.Equal(before, await StoreContent.ReadAsync(office.Database));
    }

    [Fact]
    public async Task MarkupInATextOrName_IsShownAsText()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        await visitor.GetAsync("/reading");
        var page = await visitor.PostAsync("/reading", "<b>x</b>.txt", Encoding.UTF8.GetBytes("CHỈ THỊ\n</textarea><script>alert(1)</script>\n\"><svg onload=x>"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg onload", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>x</b>", page.Html, StringComparison.Ordinal);
    }
}
