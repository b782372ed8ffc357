using System.Globalization;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Characters that no directive needs and that can hide or turn round what a reader sees.</summary>
internal static class CharacterRules
{
    internal static IEnumerable<TextFinding> Check(string text) => Hidden(text).Concat(Decomposed(text));

    // Storing puts every text into NFC; the rule speaks to who brings a file from elsewhere, and the fix is to store it so.
    private static IEnumerable<TextFinding> Decomposed(string text)
    {
        if (VietnameseText.Nfc(text) == text)
        {
            yield break;
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        yield return new("not-nfc", Severity.Warning, Array.FindIndex(lines, line => VietnameseText.Nfc(line) != line) + 1,
            "Có chữ dùng Unicode tổ hợp (dấu rời). Khi lưu, hệ thống đổi sang Unicode dựng sẵn, nội dung không đổi.",
            "Some letters are decomposed Unicode. Storing the text composes them; nothing else changes.")
        {
            Fix = new([]),
        };
    }

    private static IEnumerable<TextFinding> Hidden(string text)
    {
        var line = 1;
        var reported = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                line++;
            }
            else if (line != reported && IsForbidden(text, i))
            {
                reported = line;
                var code = ((int)text[i]).ToString("X4", CultureInfo.InvariantCulture);
                yield return new("forbidden-character", Severity.Error, line,
                    $"Dòng {line} có ký tự không được phép (U+{code}). Hãy xóa và gõ lại đoạn này.",
                    $"Line {line} holds a character that is not allowed (U+{code}). Delete the passage and type it again.");
            }
        }
    }

    // Tab and line ends are how columns and lines are typed. U+202A–202E and U+2066–2069 reverse the order in which text is shown (UAX #9).
    private static bool IsForbidden(string text, int i) => text[i] switch
    {
        '\t' or '\n' or '\r' => false,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => true,
        var letter when char.IsControl(letter) => true,
        var high when char.IsHighSurrogate(high) => i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]),
        var low when char.IsLowSurrogate(low) => i == 0 || !char.IsHighSurrogate(text[i - 1]),
        _ => false,
    };
}
