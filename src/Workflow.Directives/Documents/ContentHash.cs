using System.Security.Cryptography;
using System.Text;

namespace Workflow.Directives.Documents;

/// <summary>
/// The fingerprint of a text. What a person cannot see on the page – the Unicode normal form, the kind of line end, blanks at a
/// line's end – does not change it; every other character does.
/// </summary>
public static class ContentHash
{
    /// <summary>SHA-256, as 64 lower-case hexadecimal digits, of the text in NFC with LF line ends and no blanks at line ends, as UTF-8.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = VietnameseText.Lines(text).Select(line => line.TrimEnd());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
