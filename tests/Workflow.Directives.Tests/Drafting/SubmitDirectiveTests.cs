using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Drafting;

public sealed class SubmitDirectiveTests
{
    [Fact]
    public async Task Submit_ByAColleague_IsRefused_AndByAStranger_NotEvenVisible()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.TrySubmitAsync(id, by: Who.OtherDrafter));
        await Refused.ChangesNothingAsync(office, "not-found", () => office.Walk.TrySubmitAsync(id, by: Who.DrafterElsewhere));
        await Refused.ChangesNothingAsync(office, "not-found", () => office.Walk.TrySubmitAsync(id, by: Who.Clerk));
    }

    [Fact]
    public async Task Submit_Twice_IsRefusedTheSecondTime()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");
        await office.Walk.SubmitAsync(id);

        await Refused.ChangesNothingAsync(office, "draft.not-submittable", () => office.Walk.TrySubmitAsync(id));
    }

    [Fact]
    public async Task Submit_WithPlaceholdersOfTheTemplate_NamesEachLine()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", text: DirectiveTemplates.ByKey("chi-thi")!.Fill("Nam Bình", "Tỉnh ủy Nam Bình", "Bí thư", ""));

        var refusal = await Refused.ChangesNothingAsync(office, "text.broken", () => office.Walk.TrySubmitAsync(id));

        Assert.True(refusal.Problems!.Count > 3);
        Assert.All(refusal.Problems, problem => Assert.True(problem.Line > 0));
    }

    [Fact]
    public async Task Submit_OfATextPrintedForAnotherAuthority_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("cong-van", "T/L", SampleTexts.Of("cong-van"));

        var refusal = await Refused.ChangesNothingAsync(office, "draft.authority-differs", () => office.Walk.TrySubmitAsync(id));

        Assert.Contains("T/M", refusal.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_ToPeopleWhoCannotActOnIt_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");

        await Refused.ChangesNothingAsync(office, "draft.consultees-unknown", () => office.Walk.TrySubmitAsync(id, [Who.Drafter]));
        await Refused.ChangesNothingAsync(office, "draft.signer-unknown", () => office.Walk.TrySubmitAsync(id, signer: Who.Chief));
        await Refused.ChangesNothingAsync(office, "draft.signer-unknown", () => office.Walk.TrySubmitAsync(id, signer: Who.Clerk));
    }

    [Fact]
    public async Task Submit_HavingSeenAnOlderRevision_IsStale()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");
        var drafter = await office.AsAsync(Who.Drafter);

        await Refused.ChangesNothingAsync(office, "stale", () => office.AskAsync<SubmitDirective, Result<Directive>>(
            one => one.RunAsync(drafter, new SubmitDirective.Command(id, 0), default)));
    }
}
