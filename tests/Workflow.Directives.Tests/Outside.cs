using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.People;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests;

/// <summary>What happens around the office: time passes, mails leave and are read, units answer, somebody is given a role.</summary>
internal static partial class Outside
{
    /// <summary>Moves the clock and lets everything fire that is due.</summary>
    public static async Task<int> PassUntilAsync(this Province province, DateTime utc)
    {
        province.Set(utc);
        return await province.AskAsync<FireTimers, int>(one => one.RunAsync(default));
    }

    public static async Task<int> SendAsync(this Province province)
    {
        var tried = await province.Get<OutboxSender>().SendDueAsync(default);
        await province.AskAsync<RecordDispatch, int>(one => one.RunAsync(default));
        return tried;
    }

    public static Task<List<OutboxMessage>> MailsAsync(this Province province, string? purpose = null) => province.ReadAsync(db =>
        db.Set<OutboxMessage>().AsNoTracking().Where(one => purpose == null || one.Purpose == purpose).OrderBy(one => one.CreatedAt).ToListAsync());

    /// <summary>The secret of the link in the message to a unit.</summary>
    public static async Task<string> LinkAsync(this Province province, Delivery delivery, string purpose = Notices.Notice)
    {
        var mail = (await province.MailsAsync(purpose)).Single(one => one.DeliveryId == delivery.Id);
        return Link().Match(province.TextOf(mail)).Groups["token"].Value;
    }

    /// <summary>Everything a receiver can read in a message: the headers and the decoded parts.</summary>
    public static string TextOf(this Province province, OutboxMessage mail)
    {
        var raw = Encoding.ASCII.GetString(province.Get<LinkKey>().Fill(mail.Content));
        return raw + string.Concat(Part().Matches(raw).Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups["body"].Value))));
    }

    public static async Task<Result<Directives.Acknowledgment.Acknowledgment>> ByLinkAsync(this Province province, string? token, string? name = "Lò Văn Tặng", string? number = "12") =>
        await province.AskAsync<AcknowledgeDelivery, Result<Directives.Acknowledgment.Acknowledgment>>(
            one => one.ByLinkAsync(token, new AcknowledgeDelivery.Command(name, "Văn thư", number), default));

    public static async Task<Result<Directives.Acknowledgment.Acknowledgment>> SignedInAsync(this Province province, string who, Delivery delivery)
    {
        var actor = await province.AsAsync(who);
        return await province.AskAsync<AcknowledgeDelivery, Result<Directives.Acknowledgment.Acknowledgment>>(
            one => one.AsUnitAsync(actor, delivery.Id, new AcknowledgeDelivery.Command(actor.Name, "Văn thư", "15"), default));
    }

    public static async Task<Result<ReceiptRefusal>> RefuseByLinkAsync(this Province province, string token, string? reason = "Gửi nhầm đơn vị.") =>
        await province.AskAsync<RefuseDelivery, Result<ReceiptRefusal>>(
            one => one.ByLinkAsync(token, new RefuseDelivery.Command("Lò Văn Tặng", "Văn thư", reason), default));

    /// <summary>Gives somebody one more role, as an office short of people does.</summary>
    public static Task GrantAsync(this Province province, string who, Role role) => province.AskAsync<WorkflowDb, int>(async db =>
    {
        db.Add(new RoleGrant { Id = Guid.NewGuid(), PersonId = Province.IdOf(who), Role = role, From = new DateOnly(2025, 10, 1) });
        return await db.SaveChangesAsync();
    });

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r\n\r\n(?<body>[A-Za-z0-9+/=\r\n]+?)\r\n--")]
    private static partial Regex Part();

    [GeneratedRegex(@"/a/(?<token>[A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
