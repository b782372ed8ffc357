using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>
/// Writes a letter as a message (RFC 5322, MIME RFC 2045–2047). The same letter always becomes the same bytes: the boundaries come from the Message-ID. Every line ends in CRLF, is ASCII and at most
/// 76 characters long but for an address or Message-ID, which cannot be folded; bodies are base64, so no text of the letter can end the message early or start another.
/// </summary>
public static partial class MailComposer
{
    private const int Base64Line = 76;

    /// <summary>Renders one letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <returns>The message as it is stored and sent.</returns>
    /// <exception cref="MailAddressException">An address, a Message-ID or a header text is not accepted.</exception>
    public static byte[] Compose(MailLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter.MessageId)).AsSpan(0, 16));
        var message = new StringBuilder();
        message.Append(MailHeaders.Date(letter.Date));
        message.Append(MailHeaders.Mailbox("From", letter.From));
        message.Append(MailHeaders.Mailbox("To", letter.To));
        message.Append(MailHeaders.MessageId("Message-ID", letter.MessageId));
        if (letter.InReplyTo is { } notice)
        {
            message.Append(MailHeaders.MessageId("In-Reply-To", notice));
            message.Append(MailHeaders.MessageId("References", notice));
        }

        message.Append(MailHeaders.Unstructured("Subject", letter.Subject));

        // RFC 3834: keeps holiday replies and other machines from answering.
        message.Append("Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
        if (letter.Attachments.Count == 0)
        {
            AppendAlternative(message, letter, boundary + "_a");
        }
        else
        {
            AppendMixed(message, letter, boundary);
        }

        return Encoding.ASCII.GetBytes(message.ToString());
    }

    /// <summary>A composed message with its texts changed; all else, and the texts that are not changed, byte for byte as before.</summary>
    /// <param name="content">The message.</param>
    /// <param name="change">Gets the Message-ID and a decoded text.</param>
    internal static byte[] Refill(ReadOnlyMemory<byte> content, Func<string, string, string> change)
    {
        var message = Encoding.ASCII.GetString(content.Span);
        var id = IdLine().Match(message).Groups["id"].Value;
        return Encoding.ASCII.GetBytes(TextPart().Replace(message, part =>
        {
            var text = new StringBuilder(part.Groups["head"].Value);
            AppendLines(text, Encoding.UTF8.GetBytes(change(id, Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups["body"].Value)))));
            return text.ToString();
        }));
    }

    private static void AppendMixed(StringBuilder message, MailLetter letter, string boundary)
    {
        message.Append("Content-Type: multipart/mixed;\r\n boundary=\"").Append(boundary).Append("_m\"\r\n\r\n");
        message.Append("--").Append(boundary).Append("_m\r\n");
        AppendAlternative(message, letter, boundary + "_a");
        foreach (var attachment in letter.Attachments)
        {
            message.Append("--").Append(boundary).Append("_m\r\n");
            message.Append("Content-Type: ").Append(RequireMediaType(attachment.ContentType)).Append("\r\n");
            message.Append("Content-Disposition: attachment").Append(MailHeaders.FileName(attachment.FileName)).Append("\r\n");
            AppendBase64(message, attachment.Content.Span);
        }

        message.Append("--").Append(boundary).Append("_m--\r\n");
    }

    private static void AppendAlternative(StringBuilder message, MailLetter letter, string boundary)
    {
        message.Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n");
        AppendText(message, "text/plain", letter.Text, boundary);
        AppendText(message, "text/html", letter.Html, boundary);
        message.Append("--").Append(boundary).Append("--\r\n");
    }

    private static void AppendText(StringBuilder message, string type, string text, string boundary)
    {
        message.Append("--").Append(boundary).Append("\r\nContent-Type: ").Append(type).Append("; charset=utf-8\r\n");
        AppendBase64(message, Encoding.UTF8.GetBytes(WithCrLf(text.Normalize(NormalizationForm.FormC))));
    }

    private static void AppendBase64(StringBuilder message, ReadOnlySpan<byte> content)
    {
        message.Append("Content-Transfer-Encoding: base64\r\n\r\n");
        AppendLines(message, content);
    }

    private static void AppendLines(StringBuilder message, ReadOnlySpan<byte> content)
    {
        const int BytesPerLine = Base64Line / 4 * 3;
        for (var at = 0; at < content.Length; at += BytesPerLine)
        {
            message.Append(Convert.ToBase64String(content.Slice(at, Math.Min(BytesPerLine, content.Length - at)))).Append("\r\n");
        }
    }

    // Text parts have CRLF line ends before they are encoded (RFC 2045 §6.8).
    private static string WithCrLf(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);

    private static string RequireMediaType(string type)
    {
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        var named = slash > 0 && slash < type.Length - 1 && type.Length <= 60
            && type.Where((_, i) => i != slash).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '.');
        return named ? type : throw new MailAddressException("A content type is of the form application/pdf.");
    }

    [GeneratedRegex(@"^Message-ID: (?<id>\S+)\r$", RegexOptions.Multiline)]
    private static partial Regex IdLine();

    [GeneratedRegex(@"(?<head>Content-Type: text/[a-z]+; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n)(?<body>[A-Za-z0-9+/=\r\n]+?\r\n)(?=--)")]
    private static partial Regex TextPart();
}
