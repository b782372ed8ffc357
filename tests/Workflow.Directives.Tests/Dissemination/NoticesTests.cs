using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination;

public sealed class NoticesTests
{
    [Fact]
    public async Task Messages_HaveOneIdForEachIssueUnitAndPurpose()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("cong-van", Walk.Disseminate);
        await office.PassUntilAsync(Province.At(2026, 3, 11, 17, 0));
        await office.PassUntilAsync(Province.At(2026, 3, 12, 17, 0));
        await office.PassUntilAsync(Province.At(2026, 3, 13, 17, 0));

        var (deliveries, mails) = (await office.Walk.DeliveriesAsync(id), await office.MailsAsync());

        Assert.Equal(deliveries.Count * 4, mails.Count);
        Assert.Equal(mails.Count, mails.Select(one => one.MessageId).Distinct().Count());
        Assert.Equal(mails.Count, mails.Select(one => (one.DeliveryId, one.Purpose)).Distinct().Count());
        foreach (var mail in mails)
        {
            var delivery = deliveries.Single(one => one.Id == mail.DeliveryId);
            Assert.Equal(MessageIds.For(delivery.IssuanceId, delivery.UnitId, mail.Purpose, "tinhuy.nambinh.example"), mail.MessageId);
        }
    }

    [Fact]
    public async Task Message_HoldsNoOtherUnitsAddressNameOrSecret()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var (deliveries, mails) = (await office.Walk.DeliveriesAsync(id), await office.MailsAsync());
        var addresses = await office.ReadAsync(db => db.Set<UnitContact>().Select(one => one.Email).ToListAsync());
        var secrets = await Task.WhenAll(deliveries.Select(one => office.LinkAsync(one)));
        Assert.Equal(deliveries.Count, secrets.Distinct().Count());

        foreach (var mail in mails)
        {
            var text = office.TextOf(mail);
            var own = deliveries.Single(one => one.Id == mail.DeliveryId);
            Assert.Contains(own.UnitName, text, StringComparison.Ordinal);
            Assert.DoesNotContain(addresses, address => address != mail.ToAddress && text.Contains(address, StringComparison.OrdinalIgnoreCase));
            Assert.Equal(1, secrets.Count(secret => text.Contains(secret, StringComparison.Ordinal)));
            Assert.DoesNotContain(deliveries, other => other != own && text.Contains($"Kính gửi {other.UnitName}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Secrets_AreKeptAsHashesOnly()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var secret = await office.LinkAsync((await office.Walk.DeliveriesAsync(id))[0]);

        Assert.Contains(LinkToken.Hash(secret), await office.ReadAsync(db => db.Set<DeliveryLink>().Select(one => one.Hash).ToListAsync()));
        Assert.DoesNotContain(secret, await office.ReadAsync(db => db.Set<DeliveryLink>().Select(one => one.Hash).ToListAsync()));
    }
}
