using System.Collections;
using System.Globalization;
using System.Text;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>A value of the PDF object model (ISO 32000-1, 7.3), with the bytes it is written as.</summary>
public abstract record PdfValue
{
    /// <summary>Writes the value.</summary>
    /// <param name="to">Where the bytes go.</param>
    public abstract void Write(Stream to);

    /// <summary>The value as bytes.</summary>
    public byte[] ToBytes()
    {
        using var to = new MemoryStream();
        Write(to);
        return to.ToArray();
    }

    private protected static void Put(Stream to, string ascii) => to.Write(Encoding.Latin1.GetBytes(ascii));
}

/// <summary>null, true or false.</summary>
/// <param name="Word">The keyword.</param>
public sealed record PdfKeyword(string Word) : PdfValue
{
    /// <summary>null.</summary>
    public static PdfKeyword Null { get; } = new("null");

    /// <summary>true.</summary>
    public static PdfKeyword True { get; } = new("true");

    /// <summary>false.</summary>
    public static PdfKeyword False { get; } = new("false");

    /// <inheritdoc />
    public override void Write(Stream to) => Put(to, Word);
}

/// <summary>A number.</summary>
/// <param name="Value">The number; written with at most four decimals.</param>
public sealed record PdfNumber(double Value) : PdfValue
{
    /// <inheritdoc />
    public override void Write(Stream to) => Put(to, Of(Value));

    /// <summary>A number as PDF writes it: no exponent, at most four decimals.</summary>
    /// <param name="value">The number.</param>
    public static string Of(double value) => value.ToString("0.####", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;
}

/// <summary>A name, without the slash.</summary>
/// <param name="Value">The name, decoded.</param>
public sealed record PdfName(string Value) : PdfValue
{
    /// <inheritdoc />
    public override void Write(Stream to)
    {
        to.WriteByte((byte)'/');
        foreach (var one in Encoding.UTF8.GetBytes(Value))
        {
            Put(to, one is > 32 and < 127 && !"()<>[]{}/%#".Contains((char)one) ? ((char)one).ToString() : $"#{one:X2}");
        }
    }
}

/// <summary>A string of bytes, written in hexadecimal.</summary>
/// <param name="Value">The bytes.</param>
public sealed record PdfBytes(byte[] Value) : PdfValue
{
    /// <summary>A text string: ASCII as it is, everything else as UTF-16BE with its mark (7.9.2.2).</summary>
    /// <param name="text">The text.</param>
    public static PdfBytes Text(string text) => new(
        text.All(char.IsAscii) ? Encoding.ASCII.GetBytes(text) : [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    /// <summary>A date (7.9.4) in UTC.</summary>
    /// <param name="utc">The moment, UTC.</param>
    public static PdfBytes Date(DateTime utc) => Text(utc.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>The text that a text string holds.</summary>
    public string AsText() => Value is [0xFE, 0xFF, .. var wide] ? Encoding.BigEndianUnicode.GetString(wide) : Encoding.Latin1.GetString(Value);

    /// <inheritdoc />
    public override void Write(Stream to) => Put(to, $"<{Convert.ToHexString(Value)}>");

    /// <inheritdoc />
    public bool Equals(PdfBytes? other) => other is not null && Value.AsSpan().SequenceEqual(other.Value);

    /// <inheritdoc />
    public override int GetHashCode() => Value.Length;
}

/// <summary>An array.</summary>
/// <param name="Items">Its values.</param>
public sealed record PdfArray(params IReadOnlyList<PdfValue> Items) : PdfValue
{
    /// <summary>An array of numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    public static PdfArray Of(params ReadOnlySpan<double> numbers)
    {
        var items = new PdfValue[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            items[i] = new PdfNumber(numbers[i]);
        }

        return new PdfArray(items);
    }

    /// <inheritdoc />
    public override void Write(Stream to)
    {
        Put(to, "[");
        for (var i = 0; i < Items.Count; i++)
        {
            Put(to, i == 0 ? "" : " ");
            Items[i].Write(to);
        }

        Put(to, "]");
    }

    /// <inheritdoc />
    public bool Equals(PdfArray? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc />
    public override int GetHashCode() => Items.Count;
}

/// <summary>A dictionary; keeps the order in which its entries were added.</summary>
public sealed record PdfDictionary : PdfValue, IEnumerable<KeyValuePair<string, PdfValue>>
{
    private readonly Dictionary<string, PdfValue> entries = [];

    /// <summary>The value of a key, or null without one. Setting null removes the key.</summary>
    /// <param name="key">The key, without the slash.</param>
    public PdfValue? this[string key]
    {
        get => entries.GetValueOrDefault(key);
        set
        {
            if (value is null)
            {
                entries.Remove(key);
            }
            else
            {
                entries[key] = value;
            }
        }
    }

    /// <summary>Adds an entry; for collection initialisers.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public void Add(string key, PdfValue value) => entries.Add(key, value);

    /// <summary>A copy that can be changed on its own.</summary>
    public PdfDictionary Copy()
    {
        var copy = new PdfDictionary();
        foreach (var (key, value) in entries)
        {
            copy.Add(key, value);
        }

        return copy;
    }

    /// <inheritdoc />
    public override void Write(Stream to)
    {
        Put(to, "<<");
        foreach (var (key, value) in entries)
        {
            new PdfName(key).Write(to);
            Put(to, " ");
            value.Write(to);
        }

        Put(to, ">>");
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, PdfValue>> GetEnumerator() => entries.GetEnumerator();

    /// <inheritdoc />
    public bool Equals(PdfDictionary? other) =>
        other is not null && entries.Count == other.entries.Count && entries.All(entry => entry.Value.Equals(other[entry.Key]));

    /// <inheritdoc />
    public override int GetHashCode() => entries.Count;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A stream: its dictionary and its bytes as they stand in the file.</summary>
/// <param name="Dictionary">Its dictionary; /Length is written by itself.</param>
/// <param name="Bytes">The bytes, encoded as the dictionary's /Filter says.</param>
public sealed record PdfStream(PdfDictionary Dictionary, byte[] Bytes) : PdfValue
{
    /// <inheritdoc />
    public override void Write(Stream to)
    {
        var dictionary = Dictionary.Copy();
        dictionary["Length"] = new PdfNumber(Bytes.Length);
        dictionary.Write(to);
        Put(to, "\nstream\n");
        to.Write(Bytes);
        Put(to, "\nendstream");
    }

    /// <inheritdoc />
    public bool Equals(PdfStream? other) =>
        other is not null && Dictionary.Equals(other.Dictionary) && Bytes.AsSpan().SequenceEqual(other.Bytes);

    /// <inheritdoc />
    public override int GetHashCode() => Bytes.Length;
}

/// <summary>A reference to an indirect object.</summary>
/// <param name="Number">Object number, from 1.</param>
/// <param name="Generation">Generation; 0 in everything this program writes.</param>
public sealed record PdfReference(int Number, int Generation = 0) : PdfValue
{
    /// <inheritdoc />
    public override void Write(Stream to) => Put(to, $"{Number} {Generation} R");
}
