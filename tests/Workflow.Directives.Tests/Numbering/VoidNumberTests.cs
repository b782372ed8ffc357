using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;

namespace Workflow.Directives.Tests.Numbering;

public sealed class VoidNumberTests
{
    [Fact]
    public async Task Number_VoidedByTwo_IsNeverGivenAgain()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "issue");
        Walk.Done(await ProposeAsync(office, id, Who.Clerk, "In nhầm ngày."));

        Assert.NotNull(Walk.Done(await AgreeAsync(office, id, Who.Chief)).VoidedAt);

        Assert.Equal(DirectiveState.Cancelled, (await office.Walk.DirectiveAsync(id)).State);
        Assert.Empty(await office.Walk.AllOpenAsync(id));
        await office.Walk.ToAsync("hoa-toc", "seal");
        Assert.Equal(
            [(1, true), (2, false)],
            (await office.ReadAsync(db => db.Set<RegisterNumber>().OrderBy(one => one.N).ToListAsync())).Select(one => (one.N, one.VoidedAt is not null)));
    }

    [Fact]
    public async Task Number_WithoutASecondPerson_Stands()
    {
        await using var office = await Province.OpenAsync();
        await office.GrantAsync(Who.DeputyChief, Role.Registry);
        var id = await office.Walk.ToAsync("hoa-toc", "seal");

        await Refused.ChangesNothingAsync(office, "number.void-not-proposed", () => AgreeAsync(office, id, Who.Chief));
        await Refused.ChangesNothingAsync(office, "field", () => ProposeAsync(office, id, Who.Clerk, ""));
        Walk.Done(await ProposeAsync(office, id, Who.DeputyChief, "In nhầm ngày."));
        await Refused.ChangesNothingAsync(office, "number.void-not-proposed", () => AgreeAsync(office, id, Who.DeputyChief));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => AgreeAsync(office, id, Who.Clerk));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => ProposeAsync(office, id, Who.Chief, "In nhầm ngày."));
    }

    [Theory]
    [InlineData("number")]
    [InlineData(Walk.Disseminate)]
    public async Task Number_NotGivenOrIssued_CannotBeVoided(string step)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", step);

        await Refused.ChangesNothingAsync(office, "number.not-voidable", () => ProposeAsync(office, id, Who.Clerk, "In nhầm ngày."));
    }

    private static async Task<Result<RegisterNumber>> ProposeAsync(Province office, Guid id, string who, string reason)
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<VoidNumber, Result<RegisterNumber>>(one => one.ProposeAsync(actor, new VoidNumber.Proposal(id, reason), default));
    }

    private static async Task<Result<RegisterNumber>> AgreeAsync(Province office, Guid id, string who)
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<VoidNumber, Result<RegisterNumber>>(one => one.RunAsync(actor, id, default));
    }
}
