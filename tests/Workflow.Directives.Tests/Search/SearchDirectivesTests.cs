using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Sample;
using Workflow.Directives.Search;

namespace Workflow.Directives.Tests.Search;

public sealed class SearchDirectivesTests
{
    private const string Subject = "V/v chuẩn bị kiểm tra các bến đò ngang trước mùa lễ hội";

    [Theory]
    [InlineData("kiểm tra")]
    [InlineData("kiem tra")]
    [InlineData("KIỂM TRA")]
    [InlineData("ben do ngang")]
    [InlineData("đò ngang bến")]
    [InlineData("\"bến đò ngang\"")]
    [InlineData("“ben do ngang")]
    [InlineData("bến đò nga")]
    [InlineData("phao so y te")]
    [InlineData("Trần Thị Mộc Lan")]
    [InlineData("tỉnh uỷ nam bình")]
    [InlineData("qui trinh OR")]
    public async Task Search_WordsOfTheText_FindItHoweverTheyAreTyped(string typed)
    {
        await using var office = await Province.OpenAsync();
        var id = await DraftAsync(office, Subject, "Thực hiện đúng quy trình; ai không or thì thôi.");

        var found = await SearchAsync(office, typed);

        Assert.Equal([id], found.Lines.Select(line => line.Directive.Id));
        Assert.Equal(1, found.Count);
    }

    [Theory]
    [InlineData("tra kiểm sát")]
    [InlineData("\"ngang đò bến\"")]
    [InlineData("\"kiểm tra\" thủy điện")]
    [InlineData("iểm")]
    [InlineData("")]
    [InlineData(" - * \" ' ; ")]
    public async Task Search_WordsTheTextDoesNotHold_FindNothing(string typed)
    {
        await using var office = await Province.OpenAsync();
        await DraftAsync(office, Subject);

        var found = await SearchAsync(office, typed);

        Assert.Equal((0, 0), (found.Count, found.Lines.Count));
    }

    [Fact]
    public async Task Search_WordWithMarks_PutsTheSameMarksFirst_AndWithoutMarksFindsBoth()
    {
        await using var office = await Province.OpenAsync();
        var check = await DraftAsync(office, "V/v kiểm tra sổ sách");
        var both = await DraftAsync(office, "V/v kiêm tra cứu sổ sách, không kiêm nhiệm");

        Assert.Equal([check, both], (await SearchAsync(office, "\"kiểm tra\" sổ sách")).Lines.Select(line => line.Directive.Id));
        Assert.Equal([both, check], (await SearchAsync(office, "\"kiêm tra\" sổ sách")).Lines.Select(line => line.Directive.Id));
        Assert.Equal(2, (await SearchAsync(office, "kiem tra so sach")).Count);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{1}-CV/TU")]
    [InlineData("{1} CV TU")]
    [InlineData("{1}cv")]
    [InlineData("0{1}-cv")]
    public async Task Search_Number_FindsItHoweverItIsTyped(string typed)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("cong-van", "seal");
        var symbol = (await SearchAsync(office, "bến đò ngang")).Lines.Single().Symbol!;

        var found = await SearchAsync(office, string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, symbol, symbol.Split('-')[0].TrimStart('0')));

        Assert.Equal(id, found.Lines[0].Directive.Id);
    }

    [Fact]
    public async Task Snippet_ShowsThePlaceWithItsWordsMarked_AndNothingOfAnotherText()
    {
        await using var office = await Province.OpenAsync();
        await DraftAsync(office, Subject);

        var line = Assert.Single((await SearchAsync(office, "trạm sơ cứu")).Lines);

        Assert.Equal(["trạm sơ cứu"], Hits(line.Snippet, "\"tram so cuu\"", SampleTexts.Of("cong-van")));
        Assert.Equal(["trạm", "sơ", "cứu"], line.Snippet.Where(part => part.Hit).Select(part => part.Text).Distinct());
        Assert.True(line.Snippet.Sum(part => part.Text.Length) < 300);
        Assert.Contains("lực lượng trực", string.Concat(line.Snippet.Select(part => part.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_SomebodyWhoMayNotReadIt_IsToldNothing()
    {
        await using var office = await Province.OpenAsync();
        await DraftAsync(office, Subject);

        foreach (var stranger in new[] { Who.DrafterElsewhere, Who.Clerk, Who.ClerkOfAnLoc, Who.Administrator, Who.Secretary })
        {
            var found = await SearchAsync(office, "bến đò ngang", stranger);
            Assert.Equal((0, 0), (found.Count, found.Lines.Count));
        }

        Assert.Equal(1, (await SearchAsync(office, "bến đò ngang", Who.Head)).Count);
    }

    [Fact]
    public async Task Search_NameOfAUnitThatAClassStandsFor_IsFoundByTheOffice_NotByAnotherUnit()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("cong-van", Walk.Disseminate);
        var clerk = await office.AsAsync(Who.ClerkOfHealth);
        var unprinted = (await office.Walk.DeliveriesAsync(id)).First(delivery => delivery.Reasons == "Các sở" && delivery.UnitId != clerk.UnitId).UnitName;

        Assert.Equal(1, (await SearchAsync(office, $"\"{unprinted}\"", Who.Clerk)).Count);
        Assert.Equal(1, (await SearchAsync(office, "bến đò ngang", Who.ClerkOfHealth)).Count);
        Assert.Equal(0, (await SearchAsync(office, $"\"{unprinted}\"", Who.ClerkOfHealth)).Count);
    }

    [Fact]
    public async Task Index_FollowsTheText_InTheSaveThatChangesIt()
    {
        await using var office = await Province.OpenAsync();
        var id = await DraftAsync(office, Subject);

        Walk.Done(await office.Walk.TryReviseAsync(id, Text("V/v sửa chữa cầu phao Vàm Rạch")));

        Assert.Equal(0, (await SearchAsync(office, "chuẩn bị kiểm tra")).Count);
        Assert.Equal(1, (await SearchAsync(office, "cầu phao vàm rạch")).Count);
        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.TryReviseAsync(id, Text("V/v việc khác"), Who.Head));
        Assert.Equal(1, (await SearchAsync(office, "cầu phao vàm rạch")).Count);
    }

    [Fact]
    public async Task Index_OfAnOlderProgram_IsBuiltAnewAndAnswersTheSame()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("cong-van", Walk.Disseminate);
        var before = await SearchAsync(office, "08 bến đò sở y tế");
        Assert.Equal(0, before.Count);
        var symbol = (await SearchAsync(office, "bến đò")).Lines.Single().Symbol!;
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE SearchVersions SET Version = 0; DELETE FROM SearchWords; DELETE FROM SearchRows"));
        Assert.Equal(0, (await SearchAsync(office, "bến đò")).Count);

        await office.AskAsync<WorkflowDb, bool>(async db =>
        {
            await SearchIndex.EnsureAsync(db, default);
            return true;
        });

        Assert.Equal([id], (await SearchAsync(office, $"{symbol} bến đò sở y tế")).Lines.Select(line => line.Directive.Id));
    }

    [Fact]
    [Trait("BadInput", "26")]
    [Trait("BadInput", "27")]
    public async Task Search_AnyStringAtAll_IsAnswered()
    {
        await using var office = await Province.OpenAsync();
        await DraftAsync(office, Subject);
        var random = new Random(20261122);
        string[] pieces =
        [
            "\"", "*", "-", "NEAR(", ")", "AND", "OR", "NOT", "body:", "{symbol}", ":", "^", "+", "\0", "'", ";--", "\ud800", "\udc00", "😀", "ế", "e\u0302\u0301",
            "kiểm", "tra", "0", "08-CT/TU", " ", "\t", "\n", "\\", "%", "_", "$all", "{0}", "„", "«", "ß", "İ", "ﬀ", "ﷺ", "中文", "\u200b", "٣", "…",
        ];
        for (var round = 0; round < 300; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));

            var found = await SearchAsync(office, typed);

            Assert.True(found.Count is 0 or 1, typed);
            Assert.Equal(found.Count, found.Lines.Count);
        }

        Assert.Equal(0, (await SearchAsync(office, new string('a', 200_000))).Count);
        Assert.Equal(1, (await SearchAsync(office, string.Join(' ', Enumerable.Repeat("bến", 5_000)))).Count);
    }

    private static IEnumerable<string> Hits(IReadOnlyList<SnippetPart> shown, string typed, string text)
    {
        Assert.NotEmpty(shown);
        return SearchSnippet.Of(text, SearchQuestion.Of(typed)).Where(part => part.Hit).Select(part => part.Text);
    }

    private static string Text(string subject, string more = "") => SampleTexts.Of("cong-van")
        .Replace(Subject, subject, StringComparison.Ordinal).Replace("áo phao.", $"áo phao. {more}", StringComparison.Ordinal);

    private static Task<Guid> DraftAsync(Province office, string subject, string more = "") =>
        office.Walk.DraftAsync("cong-van", text: Text(subject, more));

    private static async Task<FoundDirectives> SearchAsync(Province office, string typed, string by = Who.Drafter)
    {
        var actor = await office.AsAsync(by);
        return await office.AskAsync<SearchDirectives, FoundDirectives>(one => one.RunAsync(actor, typed, null, 0, 50, default));
    }
}
