using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Drafting;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Drafting;

public sealed class ApplyFixTests
{
    private static readonly string Clean = SampleTexts.Of("chi-thi");

    private static readonly string Broken = Clean
        .Replace("T/M BAN", "TM. BAN", StringComparison.Ordinal)
        .Replace("cấp ủy trong tỉnh", "cấp ủy  trong tỉnh", StringComparison.Ordinal);

    [Fact]
    public async Task Fix_OfOneRule_IsATextOfItsOwnWithTheRuleOnRecord()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", text: Broken);

        var directive = Walk.Done(await FixAsync(office, id, "authority-form"));

        Assert.Equal(2, directive.RevisionNo);
        var texts = await TextsAsync(office, id);
        Assert.Equal(texts[0].Replace("TM. BAN", "T/M BAN", StringComparison.Ordinal), texts[1]);
        var entry = (await RecordAsync(office, id))[^1];
        Assert.Equal(("draft.fixed", "3"), (entry.Act, entry.Detail));
    }

    [Fact]
    public async Task Fix_OfEveryRule_LeavesTheCleanText()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", text: Broken);

        Walk.Done(await FixAsync(office, id, null));

        Assert.Equal(Clean, (await TextsAsync(office, id))[^1]);
        Assert.Equal("22, 3", (await RecordAsync(office, id))[^1].Detail);
    }

    [Fact]
    public async Task Fix_OverWhatWasTyped_StoresTheTypedTextFirst()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");
        var typed = Broken.Replace("hằng tháng", "hằng tuần", StringComparison.Ordinal);

        var directive = Walk.Done(await FixAsync(office, id, "authority-form", text: typed));

        Assert.Equal(3, directive.RevisionNo);
        Assert.Equal([Clean, typed, typed.Replace("TM. BAN", "T/M BAN", StringComparison.Ordinal)], await TextsAsync(office, id));
        Assert.Equal(["draft.begun", "draft.revised", "draft.fixed"], (await RecordAsync(office, id)).Select(entry => entry.Act));
    }

    [Fact]
    public async Task Fix_UnderReview_TakesTheDirectiveBack()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "form", text: Broken);

        var directive = Walk.Done(await FixAsync(office, id, "authority-form"));

        Assert.Equal((DirectiveState.Returned, 2), (directive.State, directive.RevisionNo));
        Assert.Equal(0, await office.ReadAsync(db => db.Set<Directives.Approval.Approval>().CountAsync(one => one.VoidedAt == null)));
    }

    [Theory]
    [InlineData("date-zero", null)]
    [InlineData("placeholder", null)]
    [InlineData("no-such-rule", null)]
    [InlineData("authority-form", 1)]
    public async Task Fix_OfWhatIsNotThere_IsRefused(string rule, int? line)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", text: Broken);

        await Refused.ChangesNothingAsync(office, "draft.fix-gone", () => FixAsync(office, id, rule, line: line));
    }

    [Fact]
    public async Task Fix_OfATextThatMovedOn_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", text: Broken);
        Walk.Done(await office.Walk.TryReviseAsync(id, Broken + "\n"));

        await Refused.ChangesNothingAsync(office, "stale", () => FixAsync(office, id, "authority-form", seen: 1));
    }

    [Fact]
    public async Task Fix_ByAnother_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", text: Broken);

        await Refused.ChangesNothingAsync(office, "not-allowed", () => FixAsync(office, id, "authority-form", by: Who.Head));
    }

    [Fact]
    public async Task Fix_OnceSigned_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "number", text: Broken);

        await Refused.ChangesNothingAsync(office, "draft.not-editable", () => FixAsync(office, id, "double-blank"));
    }

    [Fact]
    public async Task Fix_OverASecretText_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", text: Broken);

        await Refused.ChangesNothingAsync(office, "text.broken", () => FixAsync(office, id, "authority-form", text: "MẬT\n" + Broken));
    }

    private static async Task<Result<Directive>> FixAsync(
        Province office, Guid id, string? rule, int? line = null, string? text = null, int? seen = null, string by = Who.Drafter)
    {
        var directive = await office.Walk.DirectiveAsync(id);
        var actor = await office.AsAsync(by);
        return await office.AskAsync<ApplyFix, Result<Directive>>(
            act => act.RunAsync(actor, new(id, seen ?? directive.RevisionNo, rule, line, text), default));
    }

    private static Task<List<string>> TextsAsync(Province office, Guid id) => office.ReadAsync(db => db.Set<Revision>()
        .Where(one => one.DirectiveId == id).OrderBy(one => one.No).Select(one => one.Text).ToListAsync());

    private static Task<List<AuditEntry>> RecordAsync(Province office, Guid id) => office.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking()
        .Where(entry => entry.DirectiveId == id).OrderBy(entry => entry.Seq).ToListAsync());
}
