using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Dissemination;

/// <summary>Issuing through a real mail server: TLS with a pinned certificate, a password, one message to each unit.</summary>
public sealed class RealMailServerTests
{
    private const int ManyUnits = 150;
    private static readonly string[] Everyone =
    [
        "Đảng ủy các xã", "Ủy ban nhân dân các xã", "Đảng ủy các phường", "Ủy ban nhân dân các phường", "Các sở", "Các ban xây dựng Đảng",
        "Các đoàn thể", "Các hội quần chúng", "Các đảng ủy trực thuộc Tỉnh ủy", "Các đồng chí Tỉnh ủy viên",
    ];


    [MailServerFact]
    public async Task Issue_ToManyUnits_ReachesEachOnceInAnEnvelopeOfItsOwn()
    {
        using var server = new MailServer();
        using var office = new RunningOffice(server.Settings(server.Fingerprint));
        await office.InitializeAsync();
        try
        {
            var walk = new Walk(office);
            var id = await walk.ToAsync("issue", Texts.LetterTo(Everyone, "Công an tỉnh"));
            await walk.OnAsync(id, null);
            await office.SendMailAsync();
            await EachUnitHasItsOwnAsync(office, id, server.Messages());
            await AnswerAsync(office, server.Messages()[^1]);
            Assert.DoesNotContain(MailServer.Password, office.Log.Text, StringComparison.Ordinal);
        }
        finally
        {
            await office.DisposeAsync();
        }
    }

    [MailServerFact]
    public async Task Issue_WithAnotherCertificateThanPinned_HandsOverNothing()
    {
        using var server = new MailServer();
        using var office = new RunningOffice(server.Settings(new string('0', server.Fingerprint.Length)));
        await office.InitializeAsync();
        try
        {
            var walk = new Walk(office);
            var id = await walk.ToAsync("issue");
            await walk.OnAsync(id, null);
            await office.SendMailAsync();
            Assert.Empty(server.Messages());
            Assert.All(await walk.DeliveriesAsync(id), one => Assert.Equal("Waiting", one.GetProperty("status").GetString()));
            Assert.Equal(4, await office.InStoreAsync(db => db.Set<OutboxMessage>().CountAsync(one => one.State == MailState.Pending)));
        }
        finally
        {
            await office.DisposeAsync();
        }
    }

    private static async Task EachUnitHasItsOwnAsync(RunningOffice office, Guid id, Taken[] taken)
    {
        var deliveries = await office.InStoreAsync(db => db.Set<Delivery>().Where(one => one.DirectiveId == id).ToListAsync());
        Assert.True(deliveries.Count >= ManyUnits, $"{deliveries.Count} units");
        Assert.All(deliveries, one => Assert.Equal(DeliveryStatus.Sent, one.Status));
        var posted = await office.InStoreAsync(db => db.Set<OutboxMessage>().ToListAsync());
        Assert.Equal(deliveries.Select(one => one.Id).Order(), posted.Select(one => one.DeliveryId!.Value).Order());
        Assert.Equal(posted.Select(one => one.MessageId).Order(), taken.Select(one => one.MessageId).Order());
        Assert.Equal(taken.Length, taken.Select(one => one.MessageId).Distinct().Count());
        Assert.Equal(posted.Select(one => one.ToAddress).Order(), taken.Select(one => Assert.Single(one.To)).Order());
        Assert.All(taken, one => Assert.Equal((true, MailServer.User), (one.Tls, one.User)));
        Assert.All(taken, one => Assert.Equal("01-CV/TU – V/v kiểm tra công tác phòng, chống thiên tai", one.Subject));
        foreach (var one in taken)
        {
            var unit = deliveries.Single(delivery => delivery.Id == posted.Single(mail => mail.MessageId == one.MessageId).DeliveryId).UnitName;
            Assert.StartsWith($"Kính gửi {unit},", one.Text, StringComparison.Ordinal);
        }
    }

    private static async Task AnswerAsync(RunningOffice office, Taken message)
    {
        var token = message.Text.Split("/a/")[1][..43];
        (await office.With(null).PostAsync($"/api/receipts/{token}/acknowledgment", new { name = "Văn thư", position = "Văn thư", arrivalNumber = "3" }))
            .Must(HttpStatusCode.OK);
    }
}
