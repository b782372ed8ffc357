using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Drafting;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Drafting;

public sealed class ReviseDirectiveTests
{
    private static readonly string Changed = SampleTexts.Of("chi-thi").Replace("hằng tháng", "hằng tuần", StringComparison.Ordinal);

    [Theory]
    [InlineData("form", 1)]
    [InlineData("chief", 2)]
    [InlineData("sign", 3)]
    public async Task Content_ChangedUnderReview_VoidsTheApprovalsAndGoesAllTheWayAgain(string step, int given)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", step);

        var directive = Walk.Done(await office.Walk.TryReviseAsync(id, Changed));

        Assert.Equal((DirectiveState.Returned, 2), (directive.State, directive.RevisionNo));
        Assert.Equal("revision", (await office.Walk.OpenAsync(id))!.Kind);
        var voided = await office.ReadAsync(db => db.Set<Directives.Approval.Approval>().AsNoTracking().ToListAsync());
        Assert.Equal(given, voided.Count);
        Assert.All(voided, approval => Assert.NotNull(approval.VoidedAt));

        await office.Walk.UntilAsync(id, "number");
        var hash = await office.Walk.HashAsync(id);
        var valid = await office.ReadAsync(db => db.Set<Directives.Approval.Approval>().Where(one => one.VoidedAt == null).OrderBy(one => one.At).ToListAsync());
        Assert.Equal(["unit-head", "form", "chief"], valid.Select(one => one.Step));
        Assert.All(valid, approval => Assert.Equal((hash, 2), (approval.ContentHash, approval.RevisionNo)));
    }

    [Fact]
    public async Task SameContent_UnderReview_VoidsNothing()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "form");

        Assert.Equal(DirectiveState.InReview, Walk.Done(await office.Walk.TryReviseAsync(id, SampleTexts.Of("chi-thi"))).State);

        Assert.Equal(1, await office.ReadAsync(db => db.Set<Directives.Approval.Approval>().CountAsync(one => one.VoidedAt == null)));
        Assert.Equal(1, await office.ReadAsync(db => db.Set<Revision>().CountAsync()));
    }

    [Fact]
    public async Task Draft_OverWrittenByAnotherType_TakesTheWayOfThatType()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");

        var directive = Walk.Done(await office.Walk.TryReviseAsync(id, SampleTexts.Of("hoa-toc")));

        Assert.Equal(("CV", Urgency.Express), (directive.TypeCode, directive.Urgency));
        Assert.Equal("CV", Directives.Documents.DirectiveTemplates.ByKey(directive.TemplateKey)!.TypeCode);
    }

    [Fact]
    public async Task Content_UnderConsultation_IsTakenBackFromEverybodyAsked()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");
        await office.Walk.SubmitAsync(id, [Who.Deputy, Who.HeadElsewhere]);

        Walk.Done(await office.Walk.TryReviseAsync(id, Changed));

        Assert.Equal("revision", Assert.Single(await office.Walk.AllOpenAsync(id)).Kind);
    }

    [Fact]
    public async Task Content_OnceSigned_CannotChange()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "number");

        await Refused.ChangesNothingAsync(office, "draft.not-editable", () => office.Walk.TryReviseAsync(id, Changed));
    }

    [Fact]
    public async Task Content_ChangedByAnother_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.TryReviseAsync(id, Changed, Who.Head));
    }
}
