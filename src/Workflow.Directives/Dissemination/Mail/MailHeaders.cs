using System.Globalization;
using System.Text;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>Writes header lines: folded (RFC 5322 §2.2.3), with what is not ASCII in encoded-words (RFC 2047) or percent-encoding (RFC 2231).</summary>
internal static class MailHeaders
{
    /// <summary>A line with an encoded-word may not be longer (RFC 2047 §2); we keep to it everywhere.</summary>
    private const int MaxLine = 76;

    private const string WordStart = "=?UTF-8?B?";
    private const string WordEnd = "?=";
    private const string Fold = "\r\n ";

    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>Free text, such as a subject.</summary>
    public static string Unstructured(string name, string value)
    {
        var text = MailAddresses.RequireHeaderText(value, name);
        var prefix = name + ": ";
        var plain = text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal)
            && prefix.Length + text.Length <= MaxLine && text == text.Trim();
        return prefix + (plain ? text : EncodedWords(text, prefix.Length)) + "\r\n";
    }

    /// <summary>One mailbox: a name, encoded when needed, and the address on a line of its own when there is no room beside it.</summary>
    public static string Mailbox(string name, Mailbox mailbox)
    {
        var address = "<" + MailAddresses.Require(mailbox.Address) + ">";
        var shown = MailAddresses.RequireHeaderText(mailbox.Name, name + " name").Trim();
        var prefix = name + ": ";
        if (shown.Length == 0)
        {
            return prefix + address + "\r\n";
        }

        var phrase = shown.All(c => c is >= ' ' and <= '~') && !shown.Contains("=?", StringComparison.Ordinal) && shown.Length <= 60
            ? Quoted(shown)
            : EncodedWords(shown, prefix.Length);
        var lastLine = phrase.Length - (phrase.LastIndexOf('\n') + 1) + (phrase.Contains('\n', StringComparison.Ordinal) ? 0 : prefix.Length);
        return prefix + phrase + (lastLine + 1 + address.Length <= MaxLine ? " " : Fold) + address + "\r\n";
    }

    /// <summary>The Date header in Vietnam time (RFC 5322 §3.3).</summary>
    public static string Date(DateTime utc)
    {
        if (utc.Kind == DateTimeKind.Local)
        {
            throw new ArgumentException("The date of a letter is given in UTC.", nameof(utc));
        }

        var local = DateTime.SpecifyKind(utc, DateTimeKind.Unspecified) + VietnamOffset;
        return "Date: " + local.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0700\r\n";
    }

    /// <summary>A Message-ID in a header; refused unless it is of the form &lt;left@right&gt;.</summary>
    public static string MessageId(string name, string messageId)
    {
        var inner = messageId is ['<', .., '>'] ? messageId[1..^1] : "";
        return MailAddresses.IsValid(inner)
            ? name + ": " + messageId + "\r\n"
            : throw new MailAddressException($"{name} must be of the form <left@domain>.");
    }

    /// <summary>A file name parameter, split and percent-encoded (RFC 2231 §3, §4).</summary>
    public static string FileName(string fileName)
    {
        var text = MailAddresses.RequireHeaderText(fileName, "File name");
        if (text.Length == 0 || text.AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            throw new MailAddressException("A file name must not be empty or hold a path.");
        }

        var sections = new List<StringBuilder> { new("UTF-8''") };
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = PercentEncoded(rune);
            if (sections[^1].Length + piece.Length > 54)
            {
                sections.Add(new StringBuilder());
            }

            sections[^1].Append(piece);
        }

        if (sections.Count == 1)
        {
            return ";" + Fold + "filename*=" + sections[0];
        }

        return string.Concat(sections.Select((section, i) => string.Create(CultureInfo.InvariantCulture, $";{Fold}filename*{i}*={section}")));
    }

    private static string EncodedWords(string text, int column)
    {
        var written = new StringBuilder();
        var word = new List<byte>();
        var buffer = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            // A character is never divided between two words (RFC 2047 §5).
            var length = rune.EncodeToUtf8(buffer);
            if (column + WordLength(word.Count + length) > MaxLine && word.Count > 0)
            {
                Flush();
                written.Append(Fold);
                column = 1;
            }

            word.AddRange(buffer.AsSpan(0, length));
        }

        Flush();
        return written.ToString();

        void Flush()
        {
            written.Append(WordStart).Append(Convert.ToBase64String([.. word])).Append(WordEnd);
            word.Clear();
        }
    }

    private static int WordLength(int bytes) => WordStart.Length + ((bytes + 2) / 3 * 4) + WordEnd.Length;

    private static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string PercentEncoded(Rune rune)
    {
        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '-' or '.' or '_'))
        {
            return rune.ToString();
        }

        var buffer = new byte[4];
        var length = rune.EncodeToUtf8(buffer);
        return string.Concat(buffer.Take(length).Select(b => "%" + b.ToString("X2", CultureInfo.InvariantCulture)));
    }
}
