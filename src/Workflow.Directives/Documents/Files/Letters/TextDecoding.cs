using System.Text;

namespace Workflow.Directives.Documents.Files.Letters;

/// <summary>Finds out how the letters of a text are stored: by its mark (BOM), by its build, or by which reading gives Vietnamese.</summary>
internal static class TextDecoding
{
    internal const string Utf8Name = "UTF-8";

    /// <summary>A reading is believed when so much of it is Vietnamese …</summary>
    private const double SureShare = 0.8;

    /// <summary>… and of every other reading at most so much.</summary>
    private const double UnsureShare = 0.5;

    /// <summary>Text that is Unicode already is only doubted from so many words on.</summary>
    private const int FewestDoubtful = 4;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    // 1252 is what programs take bytes for that nobody marked; the tables of old fonts lie in the same places.
    private static readonly Encoding Latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Encoding StrictLatin = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;

    private static readonly Encoding Windows1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;

    /// <summary>A text with the name of how it was stored, and whether it had to be turned into Unicode.</summary>
    internal sealed record Reading(string Text, string Name, bool Converted);

    /// <summary>Reads bytes; null when it cannot be told what they mean.</summary>
    internal static Reading? Read(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked)
        {
            return Mend(marked);
        }

        if (WithoutMark16(bytes) is { } wide)
        {
            return new(wide.GetString(bytes), "UTF-16", false);
        }

        // NUL stands in no text; UTF-32 and programs are full of it.
        if (bytes.Contains((byte)0))
        {
            return null;
        }

        try
        {
            return Mend(new(StrictUtf8.GetString(bytes), Utf8Name, false));
        }
        catch (DecoderFallbackException)
        {
            return Best(Candidates(Latin.GetString(bytes)));
        }
    }

    /// <summary>Turns a text into Unicode that was typed for an old font or decoded wrongly before it came here; others stay.</summary>
    internal static Reading Mend(Reading reading)
    {
        var now = Syllables.Count(reading.Text);
        if (now.All < FewestDoubtful || now.Share > UnsureShare || IsVietnameseUnicode(reading.Text))
        {
            return reading;
        }

        var candidates = Candidates(reading.Text).Concat(DecodedTwice(reading.Text));
        return Best(candidates) is { } best && Syllables.Count(best.Text).All * 2 >= now.All ? best : reading;
    }

    // Letters that exist in Unicode only, at least one to three that old fonts used as well.
    private static bool IsVietnameseUnicode(string text)
    {
        var own = text.Count(letter => letter is >= '\u1EA0' and <= '\u1EF9' or 'ă' or 'Ă' or 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or 'ĩ' or 'ũ');
        return own > 0 && own * 3 >= text.Count(letter => letter is >= '\u00A1' and <= '\u00FF');
    }

    private static Reading? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Encoding.UTF8.GetString(bytes[3..]), Utf8Name, false),
        [0xFF, 0xFE, 0, 0, ..] => null,
        [0xFF, 0xFE, ..] => new(Encoding.Unicode.GetString(bytes[2..]), "UTF-16", false),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode.GetString(bytes[2..]), "UTF-16", false),
        _ => null,
    };

    // Most letters of a Vietnamese text are ASCII, so in UTF-16 every second byte is mostly NUL, and hardly any other.
    private static UnicodeEncoding? WithoutMark16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return null;
        }

        Span<int> zeros = [0, 0];
        for (var i = 0; i < bytes.Length; i++)
        {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }

        var (many, none) = (bytes.Length / 4, bytes.Length / 200);
        return zeros[1] >= many && zeros[0] <= none ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : zeros[0] >= many && zeros[1] <= none ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }

    private static IEnumerable<Reading> Candidates(string latin)
    {
        yield return new(OldLetters.Convert(latin, OldTable.Tcvn3), "TCVN3", true);
        yield return new(OldLetters.Convert(latin, OldTable.Vni), "VNI", true);
        if (BytesOf(latin) is { } bytes)
        {
            yield return new(Windows1258.GetString(bytes).Normalize(NormalizationForm.FormC), "windows-1258", true);
        }
    }

    private static IEnumerable<Reading> DecodedTwice(string text)
    {
        if (BytesOf(text) is not { } bytes)
        {
            yield break;
        }

        string? once;
        try
        {
            once = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            yield break;
        }

        yield return new(once.Normalize(NormalizationForm.FormC), Utf8Name, true);
    }

    private static byte[]? BytesOf(string text)
    {
        try
        {
            return StrictLatin.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static Reading? Best(IEnumerable<Reading> candidates)
    {
        var ranked = candidates.Select(one => (Reading: one, Count: Syllables.Count(one.Text)))
            .OrderByDescending(one => one.Count.Share).ToList();
        return ranked[0].Count.Share >= SureShare && ranked.Skip(1).All(one => one.Count.Share <= UnsureShare) ? ranked[0].Reading : null;
    }
}
