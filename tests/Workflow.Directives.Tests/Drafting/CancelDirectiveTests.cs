using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Drafting;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests.Drafting;

public sealed class CancelDirectiveTests
{
    [Theory]
    [InlineData("unit-head", Who.Drafter)]
    [InlineData("sign", Who.Secretary)]
    [InlineData("chief", Who.Chief)]
    [InlineData("number", Who.Drafter)]
    public async Task Directive_BeforeItsNumber_IsCancelledWithItsTasks(string step, string who)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", step);

        Assert.Equal(DirectiveState.Cancelled, Walk.Done(await CancelAsync(office, id, who, "Không còn cần thiết.")).State);

        Assert.Empty(await office.Walk.AllOpenAsync(id));
        Assert.Equal("Cancelled", await office.ReadAsync(db => db.Set<StoredInstance>().Select(one => one.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("seal")]
    [InlineData(Walk.Disseminate)]
    public async Task Directive_WithANumber_CannotBeCancelled(string step)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", step);

        await Refused.ChangesNothingAsync(office, "draft.not-cancellable", () => CancelAsync(office, id, Who.Drafter, "Không còn cần thiết."));
    }

    [Fact]
    public async Task Cancel_WithoutReasonOrByAnother_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "form");

        await Refused.ChangesNothingAsync(office, "field", () => CancelAsync(office, id, Who.Drafter, " "));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => CancelAsync(office, id, Who.Clerk, "Không còn cần thiết."));
    }

    private static async Task<Result<Directive>> CancelAsync(Province office, Guid id, string who, string reason)
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<CancelDirective, Result<Directive>>(one => one.RunAsync(actor, new CancelDirective.Command(id, reason), default));
    }
}
