using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination;

namespace Workflow.Directives.Tests.Dissemination;

/// <summary>Links end, by time or by the registry's word.</summary>
public sealed class ReplaceLinkTests
{
    [Fact]
    public async Task Links_TakenBack_OpenNothingAndANewOneComes()
    {
        await using var office = await Province.OpenAsync();
        var (delivery, other) = await IssuedAsync(office);
        var (old, others) = (await office.LinkAsync(delivery), await office.LinkAsync(other));

        Assert.True(Walk.Done(await ReplaceAsync(office, delivery)));

        await Refused.ChangesNothingAsync(office, "dissemination.link-ended", () => office.ByLinkAsync(old));
        var fresh = await office.LinkAsync(delivery, Notices.NewLink(1));
        Assert.NotEqual(old, fresh);
        Assert.Equal(delivery.Id, Walk.Done(await office.ByLinkAsync(fresh)).DeliveryId);
        Assert.Equal(other.Id, Walk.Done(await office.ByLinkAsync(others)).DeliveryId);
        Assert.Contains("links.replaced", await office.ReadAsync(db => db.Set<AuditEntry>().Select(one => one.Act).ToListAsync()));
    }

    [Fact]
    public async Task Links_ReplacedTwice_LeaveOnlyTheLast()
    {
        await using var office = await Province.OpenAsync();
        var (delivery, _) = await IssuedAsync(office);
        Walk.Done(await ReplaceAsync(office, delivery));
        Walk.Done(await ReplaceAsync(office, delivery));

        await Refused.ChangesNothingAsync(office, "dissemination.link-ended", async () => await office.ByLinkAsync(await office.LinkAsync(delivery, Notices.NewLink(1))));
        Walk.Done(await office.ByLinkAsync(await office.LinkAsync(delivery, Notices.NewLink(2))));
    }

    [Fact]
    public async Task Unit_WithoutAddress_LosesItsLinksAndGetsNone()
    {
        await using var office = await Province.OpenAsync();
        var (delivery, _) = await IssuedAsync(office);
        var old = await office.LinkAsync(delivery);
        await office.AskAsync<WorkflowDb, int>(db => db.Set<UnitContact>().Where(one => one.UnitId == delivery.UnitId).ExecuteDeleteAsync());

        Assert.False(Walk.Done(await ReplaceAsync(office, delivery)));
        await Refused.ChangesNothingAsync(office, "dissemination.link-ended", () => office.ByLinkAsync(old));
    }

    [Theory]
    [InlineData(Who.Drafter)]
    [InlineData(Who.Chief)]
    [InlineData(Who.Secretary)]
    public async Task Links_ReplacedByAnotherThanTheRegistry_Stay(string who)
    {
        await using var office = await Province.OpenAsync();
        var (delivery, _) = await IssuedAsync(office);

        await Refused.ChangesNothingAsync(office, "not-allowed", () => ReplaceAsync(office, delivery, who));
        Walk.Done(await office.ByLinkAsync(await office.LinkAsync(delivery)));
    }

    [Fact]
    public async Task Link_AfterItsDays_OpensNothing()
    {
        await using var office = await Province.OpenAsync();
        var (delivery, other) = await IssuedAsync(office);
        var (secret, late) = (await office.LinkAsync(delivery), await office.LinkAsync(other));
        var made = await office.ReadAsync(db => db.Set<DeliveryLink>().Select(link => link.CreatedAt).FirstAsync());
        var days = TimeSpan.FromDays(new OfficeSettings().LinksOpenForDays);

        office.Set(made + days - TimeSpan.FromSeconds(1));
        Walk.Done(await office.ByLinkAsync(secret));
        office.Set(made + days);
        await Refused.ChangesNothingAsync(office, "dissemination.link-ended", () => office.ByLinkAsync(late));
        await Refused.ChangesNothingAsync(office, "dissemination.link-ended", () => office.RefuseByLinkAsync(late));
    }

    private static async Task<(Delivery One, Delivery Other)> IssuedAsync(Province office)
    {
        var deliveries = await office.Walk.DeliveriesAsync(await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate));
        return (deliveries[0], deliveries[1]);
    }

    private static async Task<Result<bool>> ReplaceAsync(Province office, Delivery delivery, string who = Who.Clerk)
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<ReplaceLink, Result<bool>>(one => one.RunAsync(actor, delivery.Id, default));
    }
}
