using Workflow.Directives.People;

namespace Workflow.Directives.Tests.Approval;

public sealed class ApproveDirectiveTests
{
    [Fact]
    public async Task Approval_OfOnesOwnDraft_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", drafter: Who.Head);
        await office.Walk.SubmitAsync(id);

        await Refused.ChangesNothingAsync(office, "work.same-person", () => office.Walk.ApproveAsync(id, Who.Head));
        Walk.Done(await office.Walk.ApproveAsync(id, Who.DeputyHead));
    }

    [Fact]
    public async Task Approval_OfASecondStep_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        await office.GrantAsync(Who.Head, Role.Registry);
        var id = await office.Walk.ToAsync("chi-thi", "form");

        await Refused.ChangesNothingAsync(office, "work.same-person", () => office.Walk.ApproveAsync(id, Who.Head));
    }

    [Fact]
    public async Task Approval_WithoutTheRole_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.ApproveAsync(id, Who.Chief));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.ApproveAsync(id, Who.OtherDrafter));
    }

    [Theory]
    [InlineData(Who.HeadElsewhere)]
    [InlineData(Who.Clerk)]
    [InlineData(Who.Secretary)]
    [InlineData(Who.Auditor)]
    [InlineData(Who.Administrator)]
    [InlineData(Who.ClerkOfAnLoc)]
    public async Task Approval_BySomebodyWhoMayNotSeeIt_FindsNothing(string who)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");

        await Refused.ChangesNothingAsync(office, "not-found", () => office.Walk.ApproveAsync(id, who));
    }

    [Fact]
    public async Task Approval_OfAnOlderRevision_IsStale()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");

        await Refused.ChangesNothingAsync(office, "stale", () => office.Walk.ApproveAsync(id, Who.Head, seen: 2));
    }

    [Fact]
    public async Task Note_WithForbiddenCharacters_IsRefusedNotDropped()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");

        await Refused.ChangesNothingAsync(office, "field", () => office.Walk.ApproveAsync(id, Who.Head, note: "được\u202E"));
        Assert.Equal("Sửa câu 2.", Walk.Done(await office.Walk.ApproveAsync(id, Who.Head, note: " Sửa câu 2. ")).Note);
    }

    [Fact]
    public async Task Approval_GivenTwice_IsRefusedTheSecondTime()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");
        var item = (await office.Walk.OpenAsync(id))!.Id;
        Walk.Done(await office.Walk.ApproveAsync(id, Who.Head, item: item));

        await Refused.ChangesNothingAsync(office, "work.done", () => office.Walk.ApproveAsync(id, Who.Head, item: item));
        await Refused.ChangesNothingAsync(office, "work.done", () => office.Walk.ApproveAsync(id, Who.DeputyHead, item: item));
    }

    [Fact]
    public async Task Approval_ByTwoAtTheSameMoment_CountsOnce()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");
        var item = (await office.Walk.OpenAsync(id))!.Id;

        var both = await Task.WhenAll(
            Task.Run(() => office.Walk.ApproveAsync(id, Who.Head, item: item)), Task.Run(() => office.Walk.ApproveAsync(id, Who.DeputyHead, item: item)));

        Assert.Equal("work.done", Assert.Single(both, one => !one.Done).Refusal!.Code);
        Assert.Equal("form", Assert.Single(await office.Walk.AllOpenAsync(id)).ActivityId);
    }
}
