using System.Globalization;
using System.Text;

namespace Workflow.Directives.Search;

/// <summary>One word of a text or of a question, as the index compares words.</summary>
/// <param name="Plain">Without any mark: <c>kiem</c>; numbers without leading zeros.</param>
/// <param name="Marked">With its marks, in one spelling: <c>kiểm</c>.</param>
/// <param name="Start">Where it stands in the text.</param>
/// <param name="Length">How many characters of the text it takes up.</param>
internal readonly record struct SearchWord(string Plain, string Marked, int Start, int Length)
{
    /// <summary>Whether the word was written with marks.</summary>
    public bool HasMarks => Plain != Marked;

    /// <summary>Where it ends in the text.</summary>
    public int End => Start + Length;
}

/// <summary>
/// Cuts Vietnamese text into words for searching. Letters and digits part ("08ct" is 8 and ct), so a number is found however it is typed;
/// tone marks on either vowel, y and i after a consonant, and đ and d without marks come together.
/// </summary>
internal static class SearchWords
{
    private const int LongestWord = 64;

    private static readonly HashSet<string> BeforeEitherI = new(StringComparer.Ordinal) { "h", "k", "l", "m", "qu", "s", "t", "v" };

    /// <summary>The words of a text, in order. Any text will do; signs, line ends and half surrogates only part words.</summary>
    internal static List<SearchWord> Of(string text)
    {
        var words = new List<SearchWord>();
        for (var at = 0; at < text.Length;)
        {
            if (!IsLetter(text[at]) && !char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var digits = char.IsAsciiDigit(text[at]);
            while (at < text.Length && at - start < LongestWord && (digits ? char.IsAsciiDigit(text[at]) : IsLetter(text[at]) || IsMark(text[at])))
            {
                at++;
            }

            words.Add(WordOf(text, start, at - start, digits));
        }

        return words;
    }

    /// <summary>The words as the index stores them, parted by blanks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marked">With their marks, or without.</param>
    internal static string Stored(string text, bool marked) =>
        string.Join(' ', Of(text).Select(word => marked ? word.Marked : word.Plain));

    private static SearchWord WordOf(string text, int start, int length, bool digits)
    {
        var printed = text.Substring(start, length);
        if (digits)
        {
            var number = printed.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";
            return new(number, number, start, length);
        }

#pragma warning disable CA1308 // Lower case is what people type into a search box; nothing is compared for security.
        var marked = WithI(EarlyTone(printed.Normalize(NormalizationForm.FormC).ToLowerInvariant()));
#pragma warning restore CA1308
        return new(Bare(marked), marked, start, length);
    }

    // "uỷ" is written "ủy": the tone goes to the first of the two vowels that end an open syllable, unless a q makes the u a consonant.
    private static string EarlyTone(string word)
    {
        var last = word[^1..].Normalize(NormalizationForm.FormD);
        if (word.Length < 2 || last.Length != 2 || !IsMark(last[1]) || last[1] is '\u0302' or '\u0306' or '\u031b')
        {
            return word;
        }

        var isPair = word[^2] == 'o' ? last[0] is 'a' or 'e' : word[^2] == 'u' && last[0] == 'y' && (word.Length < 3 || word[^3] != 'q');
        return isPair ? word[..^2] + $"{word[^2]}{last[1]}".Normalize(NormalizationForm.FormC) + last[0] : word;
    }

    private static string WithI(string word)
    {
        var last = word[^1..].Normalize(NormalizationForm.FormD);
        return last[0] == 'y' && BeforeEitherI.Contains(word[..^1]) ? word[..^1] + $"i{last[1..]}".Normalize(NormalizationForm.FormC) : word;
    }

    private static string Bare(string word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(letter))
            {
                bare.Append(letter == 'đ' ? 'd' : letter);
            }
        }

        return bare.Length > 0 ? bare.ToString() : word;
    }

    // Vietnamese and the other letters in use here; what SQLite's tokenizer might not take for a letter parts words on both sides.
    private static bool IsLetter(char letter) => char.IsLetter(letter) && letter < '\u2000';

    private static bool IsMark(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark && letter < '\u0370';
}
