using System.Globalization;
using System.Text;

namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>
/// Reads values (ISO 32000-1, 7.3) from one place in the bytes onwards. Strict where readers of PDF differ, for a difference between two
/// readers is what most forgeries live on: a key given twice, an odd number of hexadecimal digits or an unknown keyword is an error here.
/// </summary>
/// <param name="bytes">The file.</param>
/// <param name="at">Where to begin.</param>
/// <param name="end">First byte that is not read.</param>
internal sealed class PdfParser(byte[] bytes, int at, int end)
{
    /// <summary>Most arrays and dictionaries inside one another; deeper files are refused, so that none exhausts the stack.</summary>
    public const int Deepest = 60;

    private const int LongestNumber = 30;

    /// <summary>Where the next byte is read.</summary>
    public int At { get; set; } = at;

    private int Next => At < end ? bytes[At] : -1;

    /// <summary>Reads the value here.</summary>
    /// <exception cref="PdfFormatException">There is none.</exception>
    public PdfValue Value() => Value(0);

    /// <summary>Skips blanks and comments.</summary>
    public void Skip()
    {
        while (At < end)
        {
            if (bytes[At] == '%')
            {
                while (At < end && bytes[At] is not ((byte)'\r' or (byte)'\n'))
                {
                    At++;
                }
            }
            else if (PdfCharacters.IsBlank(bytes[At]))
            {
                At++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Goes past a keyword; false, and nothing is read, when another stands here.</summary>
    public bool Take(string word)
    {
        Skip();
        if (end - At < word.Length || !bytes.AsSpan(At, word.Length).SequenceEqual(Encoding.ASCII.GetBytes(word))
            || (At + word.Length < end && PdfCharacters.IsRegular(bytes[At + word.Length])))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    /// <summary>Goes past a keyword.</summary>
    /// <exception cref="PdfFormatException">Another stands here.</exception>
    public void Expect(string word)
    {
        if (!Take(word))
        {
            throw Wrong($"\"{word}\" is missing");
        }
    }

    /// <summary>Reads a number that counts: digits only.</summary>
    public int Count()
    {
        Skip();
        var from = At;
        while (PdfCharacters.IsDigit(Next))
        {
            At++;
        }

        return At > from && !PdfCharacters.IsRegular(Next) && int.TryParse(Encoding.ASCII.GetString(bytes, from, At - from), CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new PdfFormatException("a whole number is missing", from);
    }

    /// <summary>Where the value of a key of the dictionary here stands, first byte and the one after the last; null without the key.</summary>
    public (int From, int To)? Place(string key)
    {
        Skip();
        Open();
        (int, int)? place = null;
        while (!Close())
        {
            var name = Name();
            Skip();
            var from = At;
            Value(1);
            place = name == key ? (from, At) : place;
        }

        return place;
    }

    private PdfValue Value(int depth)
    {
        if (depth > Deepest)
        {
            throw Wrong("values are nested too deep");
        }

        Skip();
        return Next switch
        {
            '/' => new PdfName(Name()),
            '(' => new PdfBytes(PdfStrings.Literal(bytes, this, end)),
            '<' when At + 1 < end && bytes[At + 1] == '<' => Dictionary(depth),
            '<' => new PdfBytes(PdfStrings.Hexadecimal(bytes, this, end)),
            '[' => Array(depth),
            '+' or '-' or '.' or (>= '0' and <= '9') => NumberOrReference(),
            _ => Keyword(),
        };
    }

    private PdfKeyword Keyword() =>
        Take("null") ? PdfKeyword.Null
        : Take("true") ? PdfKeyword.True
        : Take("false") ? PdfKeyword.False
        : throw Wrong("no value stands here");

    private PdfArray Array(int depth)
    {
        At++;
        var items = new List<PdfValue>();
        for (Skip(); Next != ']'; Skip())
        {
            items.Add(Value(depth + 1));
        }

        At++;
        return new PdfArray(items);
    }

    private PdfDictionary Dictionary(int depth)
    {
        Open();
        var dictionary = new PdfDictionary();
        while (!Close())
        {
            var from = At;
            var key = Name();
            var value = Value(depth + 1);
            if (dictionary[key] is not null)
            {
                throw new PdfFormatException($"the key \"{key}\" is given twice", from);
            }

            dictionary.Add(key, value);
        }

        return dictionary;
    }

    private void Open()
    {
        if (Next != '<' || At + 1 >= end || bytes[At + 1] != '<')
        {
            throw Wrong("a dictionary is missing");
        }

        At += 2;
    }

    private bool Close()
    {
        Skip();
        if (Next != '>' || At + 1 >= end || bytes[At + 1] != '>')
        {
            return Next < 0 ? throw Wrong("a dictionary is not closed") : false;
        }

        At += 2;
        return true;
    }

    private string Name()
    {
        if (Next != '/')
        {
            throw Wrong("a name is missing");
        }

        At++;
        var name = new List<byte>();
        while (PdfCharacters.IsRegular(Next))
        {
            name.Add(Next == '#' ? EscapedByte() : (byte)Next);
            At++;
        }

        try
        {
            return new UTF8Encoding(false, true).GetString([.. name]);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("a name is not UTF-8");
        }
    }

    private byte EscapedByte()
    {
        if (At + 2 >= end || PdfCharacters.HexOf(bytes[At + 1]) < 0 || PdfCharacters.HexOf(bytes[At + 2]) < 0)
        {
            throw Wrong("a name is escaped wrongly");
        }

        At += 2;
        return (byte)((PdfCharacters.HexOf(bytes[At - 1]) << 4) | PdfCharacters.HexOf(bytes[At]));
    }

    private PdfValue NumberOrReference()
    {
        var from = At;
        var text = Token();
        if (!text.All(char.IsAsciiDigit) || text.Length > 10)
        {
            return new PdfNumber(Number(text, from));
        }

        var after = At;
        Skip();
        if (PdfCharacters.IsDigit(Next) && Token() is { Length: <= 5 } generation && generation.All(char.IsAsciiDigit) && Take("R"))
        {
            return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0
                ? new PdfReference(number, int.Parse(generation, CultureInfo.InvariantCulture))
                : throw new PdfFormatException("a reference to no object", from);
        }

        At = after;
        return new PdfNumber(Number(text, from));
    }

    private string Token()
    {
        var from = At;
        while (PdfCharacters.IsRegular(Next) && At - from < LongestNumber)
        {
            At++;
        }

        return Encoding.Latin1.GetString(bytes, from, At - from);
    }

    private static double Number(string text, int from) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new PdfFormatException("a number is missing", from);

    private PdfFormatException Wrong(string what) => new(what, At);
}
