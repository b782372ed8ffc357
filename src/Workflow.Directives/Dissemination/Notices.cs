using System.Globalization;
using System.Net;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;

namespace Workflow.Directives.Dissemination;

/// <summary>What a message to a unit is about.</summary>
/// <param name="Directive">The directive.</param>
/// <param name="Number">Its number and date.</param>
/// <param name="Delivery">The unit's copy.</param>
/// <param name="Recall">What a notice of recall says; null for all others.</param>
public sealed record NoticeContent(Directive Directive, RegisterNumber Number, Delivery Delivery, RecallNotice? Recall = null);

/// <summary>What units are told of a recall.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Replacement">Number of the document in its place, or null.</param>
public sealed record RecallNotice(string Reason, string? Replacement);

/// <summary>
/// Writes messages to units: rendered once, kept as bytes, sent as they are but for the secret of the link, which is put in while they are handed over. A message carries number, subject, deadline and a
/// link; never the text, never another unit's address (QĐ 337-QĐ/TW is silent to us, so e-mail is an alert only).
/// </summary>
/// <param name="office">Where links point.</param>
/// <param name="mail">Sender and Message-ID domain.</param>
/// <param name="links">Where the secrets of links come from.</param>
public sealed class Notices(OfficeSettings office, SmtpSettings mail, LinkKey links)
{
    /// <summary>Purpose of the first message.</summary>
    public const string Notice = "notice";

    /// <summary>Purpose of the message to the second contact.</summary>
    public const string Escalation = "escalation-1";

    /// <summary>Purpose of the message that takes a document back.</summary>
    public const string Recalled = "recall";

    private const string NewLinks = "new-link";

    private static readonly (string Text, string Html) NoticeTemplates = (Template("notice.txt"), Template("notice.html"));
    private static readonly (string Text, string Html) RecallTemplates = (Template("recall.txt"), Template("recall.html"));

    /// <summary>Purpose of a reminder.</summary>
    /// <param name="round">Which, from 1.</param>
    public static string Reminder(int round) => string.Create(CultureInfo.InvariantCulture, $"reminder-{round}");

    /// <summary>Purpose of the message that brings a link in place of those taken back.</summary>
    /// <param name="round">Which, from 1.</param>
    public static string NewLink(int round) => string.Create(CultureInfo.InvariantCulture, $"{NewLinks}-{round}");

    /// <summary>Adds one message to what the use case is about to save. A unit without an address is marked, not forgotten.</summary>
    /// <param name="db">Context of the use case.</param>
    /// <param name="content">What it is about.</param>
    /// <param name="contact">To whom, or null when the unit has no address.</param>
    /// <param name="purpose">notice, reminder-N, escalation-1, recall or new-link-N.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="generation">Which secret of this message's link, from 1: more than one only where an earlier message of the same purpose was never taken.</param>
    /// <returns>False when the unit has no address.</returns>
    public bool Post(WorkflowDb db, NoticeContent content, UnitContact? contact, string purpose, DateTime now, int generation = 1)
    {
        if (contact is null || !MailAddresses.IsValid(contact.Email))
        {
            if (purpose != Recalled && !IsNewLink(purpose))
            {
                (content.Delivery.Status, content.Delivery.LastReply) = (DeliveryStatus.SendFailed, "no-address");
            }

            return false;
        }

        var letter = Letter(content, contact, purpose, generation, now);
        db.Add(new DeliveryLink
        {
            Hash = LinkToken.Hash(links.TokenOf(letter.MessageId, generation)),
            DeliveryId = content.Delivery.Id,
            Purpose = purpose,
            Generation = generation,
            CreatedAt = now,
            ExpiresAt = now.AddDays(office.LinksOpenForDays),
        });
        db.Add(OutboxMessage.Write(
            Guid.CreateVersion7(now),
            letter,
            purpose,
            content.Delivery.Id,
            content.Directive.Urgency != Urgency.None || purpose == Recalled,
            now));
        return true;
    }

    internal static bool IsNewLink(string purpose) => purpose.StartsWith(NewLinks, StringComparison.Ordinal);

    private static string Template(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Workflow.Directives.Dissemination.Templates.{name}")
            ?? throw new InvalidOperationException($"The message template {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Fill(string template, IEnumerable<(string Key, string Value)> values, Func<string, string> encode) =>
        values.Aggregate(template, (text, one) => text.Replace("{" + one.Key + "}", encode(one.Value), StringComparison.Ordinal));

    private MailLetter Letter(NoticeContent content, UnitContact contact, string purpose, int generation, DateTime now)
    {
        var (directive, number, delivery, recall) = content;
        var templates = recall is null ? NoticeTemplates : RecallTemplates;
        var mark = directive.Urgency.Mark();
        var lead = purpose switch
        {
            Notice => "",
            Escalation => "Quá hạn xác nhận – ",
            Recalled => "Thu hồi văn bản – ",
            _ when IsNewLink(purpose) => "Liên kết mới – ",
            _ => "Nhắc xác nhận – ",
        };
        (string, string)[] values =
        [
            ("lead", lead),
            ("symbol", number.Symbol),
            ("date", number.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
            ("subject", directive.Subject),
            ("urgency", mark is null ? "Không" : mark),
            ("unit", delivery.UnitName),
            ("due", WorkingCalendar.ToVietnam(delivery.DueAt).ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture)),
            ("due-en", WorkingCalendar.ToVietnam(delivery.DueAt).ToString("HH:mm 'on' dd/MM/yyyy", CultureInfo.InvariantCulture)),
            ("issuer", mail.FromName),
            ("reason", recall?.Reason ?? ""),
            ("replacement", recall?.Replacement is { } other ? $"Văn bản thay thế: {other}." : "Không có văn bản thay thế."),
            ("link", new Uri(office.PublicOrigin, $"/a/{LinkToken.Placeholder(generation)}").ToString()),
        ];
        return new MailLetter
        {
            MessageId = MessageIds.For(delivery.IssuanceId, delivery.UnitId, purpose, mail.EffectiveMessageIdDomain),
            InReplyTo = purpose == Notice
                ? null
                : MessageIds.For(delivery.IssuanceId, delivery.UnitId, Notice, mail.EffectiveMessageIdDomain),
            From = new Mailbox(mail.FromName, mail.From),
            To = new Mailbox(delivery.UnitName, contact.Email),
            Subject = $"{(mark is null ? "" : $"[{mark}] ")}{lead}{number.Symbol} – {directive.Subject}",
            Date = now,
            Text = Fill(templates.Text, values, text => text),
            Html = Fill(templates.Html, values, text => WebUtility.HtmlEncode(text) ?? ""),
        };
    }
}

/// <summary>Finds whom to write to.</summary>
internal static class Contacts
{
    /// <summary>Each unit's first contact.</summary>
    public static Task<Dictionary<Guid, UnitContact>> FirstContactsAsync(this WorkflowDb db, IEnumerable<Guid> units, CancellationToken ct) =>
        ContactsAsync(db, units, contacts => contacts.MinBy(contact => contact.Order)!, ct);

    /// <summary>Each unit's last contact: the one to turn to when the first does not answer.</summary>
    public static Task<Dictionary<Guid, UnitContact>> NextContactsAsync(this WorkflowDb db, IEnumerable<Guid> units, CancellationToken ct) =>
        ContactsAsync(db, units, contacts => contacts.MaxBy(contact => contact.Order)!, ct);

    private static async Task<Dictionary<Guid, UnitContact>> ContactsAsync(
        WorkflowDb db, IEnumerable<Guid> units, Func<IEnumerable<UnitContact>, UnitContact> choose, CancellationToken ct)
    {
        var ids = units.ToList();
        var contacts = await db.Set<UnitContact>().AsNoTracking().Where(contact => ids.Contains(contact.UnitId)).ToListAsync(ct);
        return contacts.GroupBy(contact => contact.UnitId).ToDictionary(unit => unit.Key, unit => choose(unit));
    }
}
