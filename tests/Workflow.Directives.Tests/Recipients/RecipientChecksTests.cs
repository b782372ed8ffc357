using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Drafting;
using Workflow.Directives.Recipients;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Recipients;

public sealed class RecipientChecksTests
{
    [Fact]
    public async Task EndedBodies_AreAnError_ThatNamesWhoTookOver_AndStopsTheSubmission()
    {
        await using var office = await Province.OpenAsync();
        var text = SampleTexts.Of("thong-bao-y-kien")
            .Replace("- Sở Nông nghiệp và Môi trường;", "- Các huyện ủy;", StringComparison.Ordinal);
        var id = await office.Walk.DraftAsync("thong-bao-y-kien", text: text);

        var plan = await office.Walk.PlanAsync(id);
        var finding = Assert.Single(RecipientChecks.Ended(plan));
        var line = plan.Lines.Single(one => one.Text == "Các huyện ủy");

        Assert.Equal(("recipient-ended", Severity.Error, line.Line), (finding.Rule, finding.Severity, finding.Line));
        Assert.Contains("kế thừa: Đảng ủy ", finding.Vietnamese, StringComparison.Ordinal);
        Assert.True(Assert.Single(line.Resolution.Suggestions).UnitIds.Count > 40);
        var drafter = await office.AsAsync(Who.Drafter);
        var all = await office.ReadAsync(db => DraftChecks.OfAsync(db, drafter, text, DocumentReader.Read(text), plan, new FormSettings(), default));
        Assert.Equal("recipient-ended", Assert.Single(all, one => one.Line == line.Line).Rule);
        await Refused.ChangesNothingAsync(office, "text.broken", () => office.Walk.TrySubmitAsync(id));

        Walk.Done(await office.Walk.SettleAsync(id, line.Text, [.. line.Resolution.Suggestions[0].UnitIds], null, Who.Drafter));
        Assert.Empty(RecipientChecks.Ended(await office.Walk.PlanAsync(id)));
        Walk.Done(await office.Walk.TrySubmitAsync(id));
    }

    [Fact]
    public async Task UnitNamedOnTwoLines_IsCountedAsNamedAlready_AndGetsOneNotice()
    {
        await using var office = await Province.OpenAsync();
        var text = SampleTexts.Of("thong-bao-y-kien")
            .Replace("- Sở Nông nghiệp và Môi trường;", "- Các sở;\n- Sở Nông nghiệp và Môi trường;", StringComparison.Ordinal);
        var id = await office.Walk.DraftAsync("thong-bao-y-kien", text: text);

        var plan = await office.Walk.PlanAsync(id);

        Assert.Equal(1, plan.AlreadyNamed(plan.Lines.Single(line => line.Text == "Sở Nông nghiệp và Môi trường")));
        Assert.Equal(0, plan.AlreadyNamed(plan.Lines.Single(line => line.Text == "Các sở")));
        Assert.Equal(["Các sở", "Sở Nông nghiệp và Môi trường"], plan.Recipients.Single(one => one.UnitId == SampleProvince.IdOf("SNNMT")).Reasons);
    }
}
