using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Approval;
using Workflow.Directives.Drafting;
using Workflow.Directives.Signing;

namespace Workflow.Directives.Tests.Approval;

public sealed class ReturnDirectiveTests
{
    [Theory]
    [InlineData("unit-head", Who.Head)]
    [InlineData("form", Who.Clerk)]
    [InlineData("chief", Who.Chief)]
    [InlineData("sign", Who.Secretary)]
    [InlineData("number", Who.Clerk)]
    public async Task Directive_ReturnedFromAStep_NeedsEveryApprovalAgain(string step, string who)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", step);

        Walk.Done(await office.Walk.ReturnAsync(id, who, "Sai tên cơ quan ở điểm 3."));

        Assert.Equal(DirectiveState.Returned, (await office.Walk.DirectiveAsync(id)).State);
        var sent = await office.ReadAsync(db => db.Set<Return>().SingleAsync());
        Assert.Equal((step, Province.IdOf(who), "Sai tên cơ quan ở điểm 3."), (sent.Step, sent.PersonId, sent.Reason));
        Assert.Equal(0, await office.ReadAsync(db => db.Set<Directives.Approval.Approval>().CountAsync(one => one.VoidedAt == null)));
        Assert.Equal(0, await office.ReadAsync(db => db.Set<Signature>().CountAsync(one => one.VoidedAt == null)));

        await office.Walk.UntilAsync(id, "seal");
        Assert.Equal(3, await office.ReadAsync(db => db.Set<Directives.Approval.Approval>().CountAsync(one => one.VoidedAt == null)));
        Assert.Equal(1, await office.ReadAsync(db => db.Set<Signature>().CountAsync(one => one.VoidedAt == null)));
    }

    [Fact]
    public async Task Return_WithoutAReason_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");

        await Refused.ChangesNothingAsync(office, "field", () => office.Walk.ReturnAsync(id, Who.Head, null));
        await Refused.ChangesNothingAsync(office, "field", () => office.Walk.ReturnAsync(id, Who.Head, "chưa\u202Eđạt"));
    }

    [Fact]
    public async Task Return_BySomebodyElse_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.ReturnAsync(id, Who.Chief, "Chưa đạt."));
    }
}
