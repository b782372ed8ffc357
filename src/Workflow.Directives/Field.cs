using System.Globalization;
using System.Text;

namespace Workflow.Directives;

/// <summary>Short texts that people type: one line, NFC, without control or direction-changing characters.</summary>
public static class Field
{
    /// <summary>Longest name of a person or unit (NĐ 30/2020, annex VI).</summary>
    public const int NameLength = 200;

    /// <summary>Longest reason, note or opinion.</summary>
    public const int ReasonLength = 2_000;

    /// <summary>Longest number as a receiver writes it.</summary>
    public const int NumberLength = 30;

    /// <summary>The text in NFC without outer blanks, or null when it is empty, too long or holds forbidden characters.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="longest">Most characters allowed.</param>
    /// <param name="lines">Whether line breaks are allowed.</param>
    public static string? Clean(string? text, int longest, bool lines = false)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest * 2 || !IsUnicode(text))
        {
            return null;
        }

        var clean = text.Replace("\r\n", "\n", StringComparison.Ordinal).Normalize(NormalizationForm.FormC).Trim();
        return clean.Length <= longest && clean.All(letter => Allowed(letter, lines)) ? clean : null;
    }

    // A lone surrogate cannot be normalised, and no keyboard types one.
    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Allowed(char letter, bool lines) =>
        (lines && letter is '\n' or '\t')
        || char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
}
