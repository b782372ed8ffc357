using System.Text;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Directory;

/// <summary>
/// Brings Vietnamese spellings of one word together: composed or not (NFC/NFD), upper or lower case, tone mark on either vowel
/// (<c>ủy</c>/<c>uỷ</c>, <c>hòa</c>/<c>hoà</c>), <c>y</c> or <c>i</c> after a consonant (<c>quy</c>/<c>qui</c>, <c>kỹ</c>/<c>kĩ</c>).
/// </summary>
public static class VietnameseFold
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly HashSet<string> OnsetsBeforeEitherI = new(StringComparer.Ordinal) { "h", "k", "l", "m", "qu", "s", "t", "v" };

    /// <summary>Folds one word for comparing. The tone becomes a digit at the end, so its place no longer matters.</summary>
    /// <param name="word">One word, without blanks.</param>
    /// <returns>The folded word; equal for two spellings of the same word, different for different tones.</returns>
    public static string Word(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var letters = new StringBuilder(word.Length);
        var tone = 0;
        foreach (var mark in Lower(word).Normalize(NormalizationForm.FormD))
        {
            var place = Tones.IndexOf(mark, StringComparison.Ordinal);
            if (place >= 0)
            {
                tone = place + 1;
            }
            else
            {
                letters.Append(mark);
            }
        }

        var bare = letters.ToString().Normalize(NormalizationForm.FormC);
        if (bare.EndsWith('y') && OnsetsBeforeEitherI.Contains(bare[..^1]))
        {
            bare = bare[..^1] + "i";
        }

        return tone == 0 ? bare : bare + (char)('0' + tone);
    }

    /// <summary>Takes every mark off: lower-case ASCII letters for loose search ("uy ban" finds "Ủy ban").</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text in lower case without diacritics; <c>đ</c> becomes <c>d</c>.</returns>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return VietnameseText.Bare(text);
    }

#pragma warning disable CA1308 // Lower case is what people type into a search box; nothing is compared for security.
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
