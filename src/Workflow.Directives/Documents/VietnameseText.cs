using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents;

/// <summary>Comparisons of Vietnamese text: one normal form, tone marks on either vowel, letters without marks.</summary>
internal static partial class VietnameseText
{
    /// <summary>
    /// Marks on one letter that a text may have; more are parted by U+034F, as the Stream-Safe Text Format of UAX #15 does. Without
    /// that the time to normalise grows with the square of their number.
    /// </summary>
    private const int MostMarks = 30;
    private const char NoCharacter = '\uFFFE';
    private const char Replacement = '\uFFFD';
    private const char FirstMark = '\u0300';
    private const char Joiner = '\u034F';

    /// <summary>NFC. Half surrogate pairs and U+FFFE, which no normal form admits, become U+FFFD first.</summary>
    internal static string Nfc(string text) => StreamSafe(Whole(text)).Normalize(NormalizationForm.FormC);

    /// <summary>The lines of a text in NFC, as an editor counts them: parted by LF, CR LF or CR.</summary>
    internal static string[] Lines(string text) =>
        Nfc(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    /// <summary>White space folded to single blanks, ends trimmed.</summary>
    internal static string Collapse(string text)
    {
        var trimmed = text.Trim();
        return HasOtherBlank(trimmed) || trimmed.Contains("  ", StringComparison.Ordinal)
            ? Spaces().Replace(trimmed, " ")
            : trimmed;
    }

    /// <summary>Whether there is white space that is not the plain blank.</summary>
    internal static bool HasOtherBlank(string text) => text.AsSpan().ContainsAny(OtherBlanks);

    /// <summary>
    /// Lower case, with the tone mark of an open oa, oe, uy on the first vowel: "hoà" becomes "hòa". "đoàn" has it on the second in either
    /// spelling, and the u of "quý" is no vowel. As long as the text, so that places in one are places in the other.
    /// </summary>
    internal static string FoldTones(string text)
    {
        var lower = text.ToLowerInvariant();
        if (!lower.AsSpan().ContainsAny(LateMarked))
        {
            return lower;
        }

        var folded = lower.ToCharArray();
        for (var i = 1; i < folded.Length; i++)
        {
            if (EarlyTone(folded[i - 1], folded[i]) is { } early && (i + 1 == folded.Length || !char.IsLetter(folded[i + 1])) && !(i > 1 && folded[i - 2] == 'q'))
            {
                (folded[i - 1], folded[i]) = early;
            }
        }

        return new string(folded);
    }

    /// <summary>Lower case without any mark: <c>Nơi nhận</c> becomes <c>noi nhan</c>.</summary>
    internal static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return bare.ToString();
    }

    /// <summary>Whether the text has at least two letters and no small one.</summary>
    internal static bool IsCapitals(string text)
    {
        var letters = 0;
        foreach (var letter in text)
        {
            if (char.IsLower(letter))
            {
                return false;
            }

            letters += char.IsLetter(letter) ? 1 : 0;
        }

        return letters > 1;
    }

    /// <summary>Whether two short labels differ by at most one letter, as a scanner's slip does.</summary>
    internal static bool IsNear(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var same = left.CommonPrefixLength(right);
        left = left[same..];
        right = right[same..];
        return left.Length == right.Length
            ? left.Length == 0 || left[1..].SequenceEqual(right[1..])
            : left.Length > right.Length ? left[1..].SequenceEqual(right) : right[1..].SequenceEqual(left);
    }

    // The five tones in one order.
    private const string LateA = "àáảãạ";
    private const string LateE = "èéẻẽẹ";
    private const string LateY = "ỳýỷỹỵ";
    private const string MarkedO = "òóỏõọ";
    private const string MarkedU = "ùúủũụ";

    private static readonly SearchValues<char> LateMarked = SearchValues.Create("àáảãạèéẻẽẹỳýỷỹỵ");

    // Everything but the blank itself that the pattern \s stands for.
    private static readonly SearchValues<char> OtherBlanks = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(letter => letter != ' ' && char.IsWhiteSpace(letter))]);

    private static (char First, char Second)? EarlyTone(char first, char second) => first switch
    {
        'o' when LateA.IndexOf(second) is >= 0 and var tone => (MarkedO[tone], 'a'),
        'o' when LateE.IndexOf(second) is >= 0 and var tone => (MarkedO[tone], 'e'),
        'u' when LateY.IndexOf(second) is >= 0 and var tone => (MarkedU[tone], 'y'),
        _ => null,
    };

    private static string Whole(string text)
    {
        var plain = text.Replace(NoCharacter, Replacement);
        return plain.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(plain)) : plain;
    }

    private static string StreamSafe(string text)
    {
        var (marks, safe) = (0, (StringBuilder?)null);
        for (var i = 0; i < text.Length; i++)
        {
            marks = text[i] >= FirstMark && CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark ? marks + 1 : 0;
            if (marks > MostMarks)
            {
                safe ??= new StringBuilder(text, 0, i, text.Length + (text.Length / MostMarks));
                safe.Append(Joiner);
                marks = 1;
            }

            safe?.Append(text[i]);
        }

        return safe?.ToString() ?? text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
