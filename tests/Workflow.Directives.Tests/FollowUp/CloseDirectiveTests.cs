using Microsoft.EntityFrameworkCore;
using Workflow.Directives.FollowUp;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests.FollowUp;

public sealed class CloseDirectiveTests
{
    [Fact]
    public async Task Closing_IsTheRegistrysAlone_AndHappensOnce()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", "close");
        var item = (await office.Walk.OpenAsync(id))!.Id;

        await Refused.ChangesNothingAsync(office, "not-allowed", () => CloseAsync(office, item, Who.Chief));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => CloseAsync(office, item, Who.Drafter));
        await Refused.ChangesNothingAsync(office, "not-found", () => CloseAsync(office, item, Who.ClerkOfHealth));
        await Refused.ChangesNothingAsync(office, "field", () => CloseAsync(office, item, Who.Clerk, "đủ\u0007"));
        Assert.Equal("Đủ hồ sơ.", Walk.Done(await CloseAsync(office, item, Who.OtherClerk)).Note);
        await Refused.ChangesNothingAsync(office, "work.done", () => CloseAsync(office, item, Who.OtherClerk));
    }

    [Fact]
    public async Task Closing_WhileAUnitIsAwaited_IsNotOffered()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        await office.Walk.AcknowledgeAllAsync(id, leave: 1);

        Assert.Null(await office.Walk.OpenAsync(id));
        Assert.Equal(1, await office.ReadAsync(db => db.Set<StoredInstance>().CountAsync(one => one.Status == "Running")));
    }

    private static async Task<Result<Closure>> CloseAsync(Province office, Guid item, string who, string note = "Đủ hồ sơ.")
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<CloseDirective, Result<Closure>>(one => one.RunAsync(actor, new CloseDirective.Command(item, note), default));
    }
}
