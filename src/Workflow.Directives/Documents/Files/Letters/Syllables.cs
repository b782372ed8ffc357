using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Files.Letters;

/// <summary>How much of a text is Vietnamese: of its words with letters beyond ASCII, how many are syllables of the language.</summary>
/// <param name="Good">Words that are syllables.</param>
/// <param name="Other">Words that are not.</param>
internal readonly partial record struct Syllables(int Good, int Other)
{
    /// <summary>So many words tell enough; the rest of a long text need not be looked at.</summary>
    private const int Enough = 5_000;

    private const int LongestSyllable = 7;

    internal int All => Good + Other;

    internal double Share => All == 0 ? 0 : (double)Good / All;

    internal static Syllables Count(string text)
    {
        var (good, other) = (0, 0);
        foreach (var word in Word().EnumerateMatches(text))
        {
            var letters = text.AsSpan(word.Index, word.Length);
            if (good + other == Enough)
            {
                break;
            }

            if (!letters.ContainsAnyExceptInRange('\0', '\u007f') || IsAbbreviation(letters))
            {
                continue;
            }

            _ = letters.Length <= LongestSyllable * 2 && IsSyllable(letters.ToString()) ? good++ : other++;
        }

        return new(good, other);
    }

    /// <summary>Whether a word has the build of a Vietnamese syllable, with at most one tone.</summary>
    internal static bool IsSyllable(string word)
    {
        var (bare, tones) = (new StringBuilder(word.Length), 0);
        foreach (var letter in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            // Grave, acute, tilde, hook above, dot below are tones; circumflex, breve and horn make letters.
            if (letter is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
            {
                tones++;
            }
            else
            {
                bare.Append(letter);
            }
        }

        return tones <= 1 && Build().IsMatch(bare.ToString().Normalize(NormalizationForm.FormC));
    }

    // BCĐ, TƯ, ĐT: letters of the language, but no syllables; they tell nothing either way.
    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!(char.IsAsciiLetterUpper(letter) || letter is 'Đ' or 'Ư' or 'Ă' or 'Â' or 'Ê' or 'Ô' or 'Ơ'))
            {
                return false;
            }
        }

        return true;
    }

    // Apart from ASCII, only marks that no old table puts in the place of a letter part words. One class repeated never goes back, so it is linear
    // as it is; without backtracking .NET would keep a state for every letter of the longest word it ever saw.
    [GeneratedRegex(@"[A-Za-z\u00A1-\u1FFF\u2122\u0192\uFFFD\u02C6\u02DC\u0081-\u009F]+")]
    private static partial Regex Word();

    [GeneratedRegex("^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?(?:a[iouy]?|â[uy]?|ă|e[o]?|ê[u]?|i[au]?|iê[u]?|o[aăeio]?|oa[iyo]|oeo|ô[i]?|ơ[i]?|u[aâêiôơy]?|uâ[y]|uô[i]|uy[aêu]|ư[aiơu]?|ươ[iu]|y|yê[u]?)(?:ch|ng|nh|[cmnpt])?$", RegexOptions.NonBacktracking)]
    private static partial Regex Build();
}
