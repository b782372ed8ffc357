using System.Collections.Frozen;
using System.Text;

namespace Workflow.Directives.Documents.Files.Letters;

/// <summary>The tables in which Vietnamese was typed before Unicode (TCVN 6909:2001 ended them). A font made the letters visible.</summary>
internal enum OldTable
{
    /// <summary>None: Unicode.</summary>
    None,

    /// <summary>TCVN 5712:1993, third table, "ABC": fonts <c>.VnTime</c>, <c>.VnArial</c>; one byte a letter, capitals with tone by font only.</summary>
    Tcvn3,

    /// <summary>VNI: fonts <c>VNI-Times</c>; a letter and a mark, one byte each.</summary>
    Vni,
}

/// <summary>Turns text typed for an old font, seen as Latin letters (<c>ChØ thÞ</c>, <c>Chæ thò</c>), into Unicode.</summary>
internal static class OldLetters
{
    // In the order of the table, from the code of the first; a blank stands for a code that is no letter.
    private const string Tcvn3From00A1 = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

    private static readonly FrozenDictionary<char, char> VniLetters = Vni();

    private static readonly FrozenDictionary<(char Letter, char Mark), char> VniPairs = Pairs();

    /// <summary>Turns a text into Unicode, NFC.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="table">The table; <see cref="OldTable.None"/> changes nothing.</param>
    internal static string Convert(string text, OldTable table) => table switch
    {
        OldTable.Tcvn3 => FromTcvn3(text),
        OldTable.Vni => FromVni(text),
        _ => text,
    };

    /// <summary>The table a font was made for.</summary>
    internal static OldTable OfFont(string? font) =>
        font is null ? OldTable.None
            : font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) ? OldTable.Tcvn3
            : font.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) || font.StartsWith("VNI ", StringComparison.OrdinalIgnoreCase) ? OldTable.Vni
            : OldTable.None;

    /// <summary>Whether a font shows every letter as a capital, as <c>.VnTimeH</c> does.</summary>
    internal static bool IsCapitalFont(string? font) => OfFont(font) == OldTable.Tcvn3 && font![^1] is 'H';

    private static string FromTcvn3(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var place = letter - '\u00A1';
            letters.Append(place >= 0 && place < Tcvn3From00A1.Length && Tcvn3From00A1[place] != ' ' ? Tcvn3From00A1[place] : letter);
        }

        RaiseCapitals(letters, text);
        return letters.ToString();
    }

    // The table has no capital with a tone: CHỈ is typed C, H and a small ỉ. Among capitals, or in a
    // line of nothing else, it is one; "Số 12-CV/TU" is such a line by its symbol only.
    private static void RaiseCapitals(StringBuilder letters, string typed)
    {
        for (var from = 0; from < letters.Length;)
        {
            var to = typed.IndexOf('\n', from) is >= 0 and var end ? end : letters.Length;
            var (capitals, small) = Cases(letters, typed, from, to);
            var isNumber = typed.AsSpan(from, to - from).ContainsAnyInRange('0', '9');
            RaiseWords(letters, typed, from, to, lineIsCapital: small == 0 && capitals > 0 && !isNumber);
            from = to + 1;
        }
    }

    private static void RaiseWords(StringBuilder letters, string typed, int from, int end, bool lineIsCapital)
    {
        while (from < end)
        {
            var to = from;
            while (to < end && char.IsLetter(letters[to]))
            {
                to++;
            }

            var (capitals, small) = Cases(letters, typed, from, to);
            for (var i = from; i < to && small == 0 && (capitals > 1 || lineIsCapital); i++)
            {
                letters[i] = char.ToUpperInvariant(letters[i]);
            }

            from = Math.Max(to, from + 1);
        }
    }

    // A small letter with a tone tells nothing: it may be meant as a capital.
    private static (int Capitals, int Small) Cases(StringBuilder letters, string typed, int from, int to)
    {
        var (capitals, small) = (0, 0);
        for (var i = from; i < to; i++)
        {
            capitals += char.IsUpper(letters[i]) ? 1 : 0;
            small += char.IsLower(letters[i]) && !IsToned(letters[i], typed[i]) ? 1 : 0;
        }

        return (capitals, small);
    }

    private static bool IsToned(char letter, char typed) => typed != letter && typed >= '\u00B5';

    private static string FromVni(string text)
    {
        var letters = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && VniPairs.TryGetValue((text[i], text[i + 1]), out var pair))
            {
                letters.Append(pair);
                i++;
            }
            else
            {
                letters.Append(VniLetters.GetValueOrDefault(text[i], text[i]));
            }
        }

        return letters.ToString();
    }

    private static FrozenDictionary<char, char> Vni() => BothCases("ñđôơöưæỉóĩòịîỵ").ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    private static FrozenDictionary<(char Letter, char Mark), char> Pairs()
    {
        // Each mark as it is typed, with what it means: a tone alone, or a circumflex or breve with or without a tone.
        (string Typed, string Marks)[] marks =
        [
            ("ù", "\u0301"), ("ø", "\u0300"), ("û", "\u0309"), ("õ", "\u0303"), ("ï", "\u0323"),
            ("â", "\u0302"), ("á", "\u0302\u0301"), ("à", "\u0302\u0300"), ("å", "\u0302\u0309"), ("ã", "\u0302\u0303"), ("ä", "\u0302\u0323"),
            ("ê", "\u0306"), ("é", "\u0306\u0301"), ("è", "\u0306\u0300"), ("ú", "\u0306\u0309"), ("ü", "\u0306\u0303"), ("ë", "\u0306\u0323"),
        ];
        var pairs = new Dictionary<(char, char), char>();
        foreach (var letter in BothCases("aaeeoouuyyôơöư"))
        {
            foreach (var (typed, sound) in marks)
            {
                var whole = (letter[1] + sound).Normalize(NormalizationForm.FormC);
                if (whole.Length == 1 && Fits(letter[0], sound[0]))
                {
                    pairs[(letter[0], typed[0])] = whole[0];
                    pairs[(letter[0], char.ToUpperInvariant(typed[0]))] = whole[0];
                }
            }
        }

        return pairs.ToFrozenDictionary();
    }

    // Only a, e and o take a circumflex, only a takes a breve.
    private static bool Fits(char letter, char mark) => mark switch
    {
        '\u0302' => char.ToLowerInvariant(letter) is 'a' or 'e' or 'o',
        '\u0306' => char.ToLowerInvariant(letter) is 'a',
        _ => true,
    };

    private static IEnumerable<string> BothCases(string pairs) =>
        pairs.Chunk(2).Select(pair => new string(pair)).SelectMany(pair => new[] { pair, pair.ToUpperInvariant() });
}
