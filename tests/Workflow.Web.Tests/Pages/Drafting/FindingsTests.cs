using System.Net;
using Workflow.Directives.Documents.Rules;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Pages.Drafting;

/// <summary>What the form rules find, on the pages of the drafter, the reviewers, the signer and the registry.</summary>
public sealed class FindingsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private static readonly string Broken = Texts.Letter
        .Replace("T/M BAN", "TM. BAN", StringComparison.Ordinal)
        .Replace("Rà soát phương án", "Rà soát  phương án", StringComparison.Ordinal);

    private readonly Walk walk = new(office);

    [Fact]
    public async Task Drafter_SeesTheChange_AndHasItMadeWithWhatHeTyped()
    {
        var id = await walk.DraftAsync(Broken);
        using var drafter = await Visitor.EnterAsync(office, Walk.Drafter);
        var page = await drafter.GetAsync($"/directives/{id}/draft");
        Assert.Contains("TM.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Sửa 2 chỗ", page.Words, StringComparison.Ordinal);
        Assert.Contains($"formaction=\"/directives/{id}/fixes\" name=\"Rule\" value=\"authority-form\"", page.Html, StringComparison.Ordinal);

        var typed = Broken.Replace("trực ban,", "trực ban 24/24,", StringComparison.Ordinal);
        var after = await drafter.PostAsync($"/directives/{id}/fixes", ("SeenRevision", "1"), ("Rule", "authority-form"), ("Text", typed));

        Assert.Equal((HttpStatusCode.OK, $"/directives/{id}/draft"), (after.Status, after.Path));
        Assert.Contains("T/M BAN THƯỜNG VỤ", after.Words, StringComparison.Ordinal);
        Assert.Contains("trực ban 24/24,", after.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"authority-form\"", after.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"double-blank\"", after.Html, StringComparison.Ordinal);

        var stale = await drafter.PostAsync($"/directives/{id}/fixes", ("SeenRevision", "1"), ("Rule", "double-blank"), ("Text", typed));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        var history = await drafter.GetAsync($"/directives/{id}?tab=history");
        Assert.Contains("sửa thể thức theo quy tắc 3", history.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviewerAndSigner_SeeTheWarnings_WithoutTheMeansToChangeThem()
    {
        var id = await walk.ToAsync("approval", Broken.Replace("TM. BAN", "T/M BAN", StringComparison.Ordinal));
        using var head = await Visitor.EnterAsync(office, Walk.Head);
        var review = await head.GetAsync($"/work/{await walk.TaskAsync(Walk.Head, id)}");
        Assert.Contains("Thừa dấu cách giữa các từ", review.Words, StringComparison.Ordinal);
        Assert.Contains("1. Rà soát phương án ứng phó, bố trí lực lượng trực ban,", review.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("data-line", review.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/fixes", review.Html, StringComparison.Ordinal);

        await walk.OnAsync(id, "signature");
        using var secretary = await Visitor.EnterAsync(office, Walk.Secretary);
        var signing = await secretary.GetAsync($"/directives/{id}/sign");
        Assert.Contains("1 điểm thể thức cần lưu ý", signing.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("/fixes", signing.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckList_ShowsEveryRuleUnderItsNumber()
    {
        using var drafter = await Visitor.EnterAsync(office, Walk.Drafter);

        var page = await drafter.GetAsync("/form-rules");

        Assert.All(FormRules.All, rule => Assert.Contains($"id=\"rule-{rule.Number}\"", page.Html, StringComparison.Ordinal));
        Assert.All(FormRules.All, rule => Assert.Contains(rule.Vietnamese, page.Words, StringComparison.Ordinal));
    }
}
