using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>A stored message taken apart for reading: headers in clear, the text, the HTML, stars for the secrets of links (RFC 5322, 2045, 2047).</summary>
/// <param name="Headers">Headers, unfolded and decoded, in their order.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The HTML.</param>
public sealed partial record MessageReading(IReadOnlyList<(string Name, string Value)> Headers, string Text, string Html)
{
    /// <summary>Takes a message apart.</summary>
    /// <param name="content">The message as it is sent.</param>
    public static MessageReading Of(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var message = Encoding.UTF8.GetString(content);
        var end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = Folding().Replace(end < 0 ? message : message[..end], " ");
        var headers = head.Split("\r\n").Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2)
            .Select(pair => (pair[0], Encoded().Replace(Between().Replace(pair[1], "$1"), Decode))).ToList();
        return new MessageReading(headers, Masked(Part(message, "text/plain")), Masked(Part(message, "text/html")));
    }

    private static string Part(string message, string type)
    {
        var at = message.IndexOf("Content-Type: " + type, StringComparison.OrdinalIgnoreCase);
        var start = at < 0 ? -1 : message.IndexOf("\r\n\r\n", at, StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        var end = message.IndexOf("\r\n--", start, StringComparison.Ordinal);
        var body = message[(start + 4)..(end < 0 ? message.Length : end)];
        return Encoding.UTF8.GetString(Convert.FromBase64String(Blank().Replace(body, "")));
    }

    // Who holds the link of a unit can answer for it: nobody but the unit ever reads it.
    private static string Masked(string text) => Link().Replace(text, "/a/***");

    private static string Decode(Match word) => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value));

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();

    // Blanks between two encoded words are not part of the text (RFC 2047, 6.2).
    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("/a/[A-Za-z0-9_*-]+")]
    private static partial Regex Link();
}
