using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Work;

namespace Workflow.Web.Commands.Demo;

/// <summary>What happens outside the office: mails leave, units read them and answer through the link they found.</summary>
internal sealed partial class DemoUnits(DemoDesk desk)
{
    /// <summary>Sends everything that is due, over the transport that is configured.</summary>
    /// <returns>How many messages were tried, and in what time.</returns>
    public async Task<(int Tried, TimeSpan Took)> SendAsync()
    {
        var watch = Stopwatch.StartNew();
        var tried = await desk.Get<OutboxSender>().SendDueAsync(CancellationToken.None);
        while (await desk.AskAsync<RecordDispatch, int>(one => one.RunAsync(CancellationToken.None)) > 0)
        {
        }

        return (tried, watch.Elapsed);
    }

    /// <summary>Moves on to the next timer of a directive and lets it fire.</summary>
    public async Task<TimeSpan> NextTimerAsync(Guid directive)
    {
        var due = await desk.ReadAsync(db => db.Set<DurableTimer>()
            .Where(timer => timer.DoneAt == null)
            .Join(db.Set<StoredInstance>().Where(one => one.DirectiveId == directive), timer => timer.InstanceId, one => one.Id, (timer, _) => timer.DueAt)
            .MinAsync());
        desk.Clock.MoveTo(due);
        var watch = Stopwatch.StartNew();
        await desk.AskAsync<FireTimers, int>(one => one.RunAsync(CancellationToken.None));
        return watch.Elapsed;
    }

    public Task<List<Delivery>> AwaitedAsync(Guid directive) => desk.ReadAsync(async db =>
        (await db.Set<Delivery>().AsNoTracking().Where(one => one.DirectiveId == directive).OrderBy(one => one.Order).ToListAsync())
            .Where(one => one.Awaited).ToList());

    /// <summary>Units answer through the link in a message, without an account.</summary>
    /// <returns>In what time.</returns>
    public async Task<TimeSpan> AcknowledgeAsync(IEnumerable<Delivery> deliveries, string purpose = Notices.Notice)
    {
        var watch = Stopwatch.StartNew();
        foreach (var delivery in deliveries)
        {
            var token = await LinkAsync(delivery, purpose);
            var typed = new AcknowledgeDelivery.Command("Bế Thị Ngân", "Văn thư", $"{delivery.Order}");
            Require(await desk.AskAsync<AcknowledgeDelivery, Result<Acknowledgment>>(one => one.ByLinkAsync(token, typed, default)));
        }

        return watch.Elapsed;
    }

    public async Task<TimeSpan> RefuseAsync(Delivery delivery, string reason)
    {
        var watch = Stopwatch.StartNew();
        var token = await LinkAsync(delivery, Notices.Notice);
        var typed = new RefuseDelivery.Command("Vi Văn Sướng", "Văn thư", reason);
        Require(await desk.AskAsync<RefuseDelivery, Result<ReceiptRefusal>>(one => one.ByLinkAsync(token, typed, default)));
        return watch.Elapsed;
    }

    /// <summary>The secret in the link of a written message: from the file the transport wrote, else from the bytes that were sent.</summary>
    private async Task<string> LinkAsync(Delivery delivery, string purpose)
    {
        var message = await desk.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking()
            .SingleAsync(one => one.DeliveryId == delivery.Id && one.Purpose == purpose));
        var mail = desk.Get<SmtpSettings>();
        var raw = mail.Transport == "File"
            ? await File.ReadAllTextAsync(Path.Combine(
                mail.Folder, FileMailTransport.FileNameOf(new MailEnvelope(mail.From, message.ToAddress, message.Id, message.CreatedAt))))
            : Encoding.ASCII.GetString(desk.Get<LinkKey>().Fill(message.Content));
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(PlainPart().Match(raw).Groups["body"].Value));
        return Link().Match(text) is { Success: true } link
            ? link.Groups["token"].Value
            : throw new InvalidOperationException($"The message to {delivery.UnitName} holds no link.");
    }

    private static void Require<T>(Result<T> result)
    {
        if (result.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{refusal.Code}: {refusal.Vietnamese}");
        }
    }

    [GeneratedRegex(@"Content-Type: text/plain[^\r\n]*\r\nContent-Transfer-Encoding: base64\r\n\r\n(?<body>[A-Za-z0-9+/=\r\n]+?)\r\n--")]
    private static partial Regex PlainPart();

    [GeneratedRegex(@"/a/(?<token>[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])")]
    private static partial Regex Link();
}
