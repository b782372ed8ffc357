using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Citations;
using Workflow.Directives.Documents;
using Workflow.Directives.Numbering;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Citations;

public sealed class CitationChecksTests
{
    [Fact]
    public async Task Check_OwnNumberCitedRight_SaysNothing_AndLinksIt()
    {
        await using var office = await Province.OpenAsync();
        var number = await NumberedAsync(office);
        var document = Citing($"Công văn số {number.Symbol}, ngày 10/3/2026 của Tỉnh ủy; Công văn {number.Symbol}");

        Assert.Empty(await CheckAsync(office, document));
        var linked = Assert.Single(await LinksAsync(office, document, Who.Drafter));
        Assert.Equal((number.DirectiveId, new DateOnly(2026, 3, 10)), (linked.DirectiveId!.Value, linked.Date!.Value));
        Assert.Contains("bến đò", linked.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OwnNumberOfAnotherDay_NamesBothDates()
    {
        await using var office = await Province.OpenAsync();
        var number = await NumberedAsync(office);
        var document = Citing($"Công văn số {number.Symbol} ngày 11/3/2026 của Tỉnh ủy");

        var finding = Assert.Single(await CheckAsync(office, document));

        Assert.Equal(("citation-date", Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("11/03/2026", finding.Vietnamese, StringComparison.Ordinal);
        Assert.Contains("10/03/2026", finding.Vietnamese, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await LinksAsync(office, document, Who.Drafter)).DirectiveId);
    }

    [Theory]
    [InlineData("02/01/2026", true)]
    [InlineData("02/01/2021", false)]
    public async Task Check_DayBeforeTheRegisterBegan_IsOfThisTermOrOfAnOlderBook(string day, bool found)
    {
        await using var office = await Province.OpenAsync();
        var number = await NumberedAsync(office);

        Assert.Equal(found ? 1 : 0, (await CheckAsync(office, Citing($"Công văn số {number.Symbol} ngày {day} của Tỉnh ủy"))).Count);
    }

    [Fact]
    public async Task Check_ForSomebodyWhoMayNotSeeIt_TellsNoDateAndLinksNothing()
    {
        await using var office = await Province.OpenAsync();
        var number = await NumberedAsync(office);

        var finding = Assert.Single(await CheckAsync(office, Citing($"Công văn số {number.Symbol} ngày 11/3/2026"), Who.DrafterElsewhere));

        Assert.DoesNotContain("10/03/2026", finding.Vietnamese + finding.English, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await LinksAsync(office, Citing($"Công văn số {number.Symbol} ngày 10/3/2026"), Who.DrafterElsewhere)).DirectiveId);
    }

    [Theory]
    [InlineData("Công văn số 4711-CV/TU ngày 11/3/2026 của Tỉnh ủy", true)]
    [InlineData("Công văn số 4711-CV/TU", true)]
    [InlineData("Công văn số 4711-CV/TU ngày 11/3/2019 của Tỉnh ủy; Công văn 4711-CV/TU", false)]
    [InlineData("Chỉ thị số 16/CT-TTg ngày 31/3/2026 của Thủ tướng Chính phủ", false)]
    [InlineData("Nghị quyết số 57-NQ/TW ngày 22/12/2026 của Bộ Chính trị", false)]
    public async Task Check_NumberTheRegisterNeverGave_IsFoundInOwnSeriesOnly(string text, bool found)
    {
        await using var office = await Province.OpenAsync();
        await NumberedAsync(office);

        var findings = await CheckAsync(office, Citing(text));

        Assert.Equal(found ? ["citation-unknown"] : [], findings.Select(finding => finding.Rule));
    }

    [Fact]
    public async Task CitedBy_NamesTheDirectivesThatCiteIt_AmongThoseTheReaderSees()
    {
        await using var office = await Province.OpenAsync();
        var number = await NumberedAsync(office);
        var text = SampleTexts.Of("thong-bao-y-kien").Replace(
            "Sau khi xem xét", $"Thực hiện Công văn số {number.Symbol}, ngày 10/3/2026 của Tỉnh ủy; sau khi xem xét", StringComparison.Ordinal);
        var citing = await office.Walk.DraftAsync("thong-bao-y-kien", text: text);
        await office.Walk.DraftAsync("thong-bao-y-kien", text: text.Replace("10/3/2026", "10/3/2025", StringComparison.Ordinal));

        var (drafter, stranger) = (await office.AsAsync(Who.Drafter), await office.AsAsync(Who.Secretary));

        Assert.Equal([citing], (await office.ReadAsync(db => db.CitingAsync(drafter, number, default))).Select(one => one.DirectiveId));
        Assert.Empty(await office.ReadAsync(db => db.CitingAsync(stranger, number, default)));
    }

    private static DirectiveDocument Citing(string sentence) => DocumentReader.Read($"CHỈ THỊ\nvề việc thử\n\nThực hiện {sentence}.\n");

    private static async Task<RegisterNumber> NumberedAsync(Province office)
    {
        var id = await office.Walk.ToAsync("cong-van", "seal");
        return await office.ReadAsync(db => db.Set<RegisterNumber>().AsNoTracking().SingleAsync(one => one.DirectiveId == id));
    }

    private static async Task<IReadOnlyList<TextFinding>> CheckAsync(Province office, DirectiveDocument document, string by = Who.Drafter)
    {
        var actor = await office.AsAsync(by);
        return await office.ReadAsync(db => CitationChecks.OfAsync(db, actor, document, default));
    }

    private static async Task<IReadOnlyList<CitedDocument>> LinksAsync(Province office, DirectiveDocument document, string by)
    {
        var actor = await office.AsAsync(by);
        return await office.ReadAsync(db => db.CitedByAsync(actor, document, default));
    }
}
