using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Numbering;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>A letter from its first draft to its closure, everything through the API and the link in the message.</summary>
public sealed class WholeWayTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task Letter_EveryStepByItsPerson_IsIssuedAcknowledgedAndClosed()
    {
        var walk = new Walk(office);
        var id = await walk.ToAsync("issue");
        Assert.Equal("Sealed", await walk.StateAsync(id));
        Assert.Empty(office.Mail());

        await walk.OnAsync(id, null);
        await office.SendMailAsync();
        Assert.Equal("Issued", await walk.StateAsync(id));
        var deliveries = await walk.DeliveriesAsync(id);
        Assert.Equal(
            ["Đảng ủy xã An Lộc", "Ủy ban nhân dân xã An Lộc", "Sở Y tế", "Công an tỉnh"],
            deliveries.Select(one => one.GetProperty("unitName").GetString()));
        Assert.All(deliveries, one => Assert.Equal("Sent", one.GetProperty("status").GetString()));

        var mail = office.Mail();
        Assert.Equal(4, mail.Length);
        Assert.Equal(4, mail.Select(one => Letters.Header(one, "Message-ID")).Distinct().Count());
        foreach (var message in mail)
        {
            var answer = await office.With(null).PostAsync(
                $"/api/receipts/{Letters.TokenIn(message)}/acknowledgment", new { name = "Bàn Thị Pham", position = "Văn thư", arrivalNumber = "12" });
            Assert.Equal("Link", answer.Must(HttpStatusCode.OK).Text("evidence"));
        }

        await walk.OnAsync(id, null);
        Assert.Equal("Closed", await walk.StateAsync(id));
        Assert.All(await walk.DeliveriesAsync(id), one => Assert.Equal("Accepted", one.GetProperty("status").GetString()));
        await office.InStoreAsync(async db =>
        {
            var number = await db.Set<RegisterNumber>().SingleAsync(one => one.DirectiveId == id);
            Assert.Equal("01-CV/TU", number.Symbol);
            Assert.Equal(4, await db.Set<OutboxMessage>().CountAsync(one => one.State == MailState.Sent));
            var acts = await db.Set<AuditEntry>().Where(one => one.DirectiveId == id).OrderBy(one => one.Seq).Select(one => one.Act).ToListAsync();
            Assert.Equal(
                ["draft.begun", "draft.submitted", "approval.given", "approval.given", "approval.given", "identity.confirmed", "signature.given", "number.given",
                    "identity.confirmed", "identity.confirmed", "seal.applied", "directive.issued", "identity.confirmed", "delivery.acknowledged", "delivery.acknowledged", "delivery.acknowledged", "delivery.acknowledged", "directive.closed"],
                acts);
            return 0;
        });
    }
}
