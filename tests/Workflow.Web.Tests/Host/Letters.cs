using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Web.Tests.Host;

/// <summary>Messages as they were written: what a recipient would find in them.</summary>
internal static partial class Letters
{
    /// <summary>The readable text of a message.</summary>
    public static string TextOf(string message)
    {
        var part = PlainPart().Match(message.ReplaceLineEndings("\n"));
        Assert.True(part.Success, "The message has no text part.");
        return Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups[1].Value.ReplaceLineEndings("")));
    }

    /// <summary>The whole link in a message.</summary>
    public static Uri LinkIn(string message) => new(Link().Match(TextOf(message)).Value);

    /// <summary>The secret at the end of the link.</summary>
    public static string TokenIn(string message) => LinkIn(message).Segments[^1];

    public static string Header(string message, string name) =>
        Regex.Match(message.ReplaceLineEndings("\n"), $"^{name}: (.*(?:\n[ \t].*)*)", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex(@"Content-Type: text/plain[^\n]*\n(?:[^\n]+\n)*\n([A-Za-z0-9+/=\n]+)")]
    private static partial Regex PlainPart();

    [GeneratedRegex(@"https?://\S+/a/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
