using System.Globalization;
using System.Text;

namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>Where an object is.</summary>
/// <param name="Offset">Offset in the file, or −1 for an object that was freed; in an object stream its place in it.</param>
/// <param name="Generation">Generation, 0 in an object stream.</param>
/// <param name="Container">Number of the object stream, or 0.</param>
internal readonly record struct XrefEntry(int Offset, int Generation, int Container = 0)
{
    /// <summary>Whether the number holds no object.</summary>
    public bool Freed => Offset < 0;
}

/// <summary>One cross-reference section with its trailer (ISO 32000-1, 7.5.4, 7.5.5, 7.5.8).</summary>
/// <param name="At">Its offset.</param>
/// <param name="To">The byte after the trailer.</param>
/// <param name="Classic">Whether it is a table; what this program appends to is always one.</param>
/// <param name="Entries">Where the objects are that this section names.</param>
/// <param name="Trailer">The trailer.</param>
internal sealed record XrefSection(int At, int To, bool Classic, IReadOnlyDictionary<int, XrefEntry> Entries, PdfDictionary Trailer)
{
    private const int EntryLength = 20;

    /// <summary>Reads the section at an offset.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="at">The offset.</param>
    /// <exception cref="PdfFormatException">None stands there.</exception>
    public static XrefSection Read(byte[] bytes, int at)
    {
        if (at < 0 || at >= bytes.Length)
        {
            throw new PdfFormatException("the table of objects is outside the file", at);
        }

        if (bytes[at] != 'x')
        {
            return XrefStream.Read(bytes, at);
        }

        var parser = new PdfParser(bytes, at, bytes.Length);
        parser.Expect("xref");
        var entries = new Dictionary<int, XrefEntry>();
        while (!parser.Take("trailer"))
        {
            Subsection(bytes, parser, entries);
        }

        parser.Skip();
        if (parser.Value() is not PdfDictionary trailer)
        {
            throw new PdfFormatException("the trailer is no dictionary", parser.At);
        }

        return Hybrid(bytes, new XrefSection(at, parser.At, true, entries, trailer));
    }

    /// <summary>A whole number of the trailer, or null.</summary>
    /// <param name="key">The key.</param>
    public int? Number(string key) => Trailer[key] is PdfNumber { Value: >= 0 and <= int.MaxValue } number ? (int)number.Value : null;

    private static void Subsection(byte[] bytes, PdfParser parser, Dictionary<int, XrefEntry> entries)
    {
        var (first, count) = (parser.Count(), parser.Count());
        parser.Skip();
        if (count > (bytes.Length - parser.At) / EntryLength || first > int.MaxValue - count)
        {
            throw new PdfFormatException("the table of objects is longer than the file", parser.At);
        }

        for (var i = 0; i < count; i++, parser.At += EntryLength)
        {
            var line = Encoding.Latin1.GetString(bytes, parser.At, EntryLength);
            if (!IsEntry(line) || !int.TryParse(line.AsSpan(0, 10), CultureInfo.InvariantCulture, out var offset)
                || !entries.TryAdd(first + i, new XrefEntry(line[17] == 'n' ? offset : -1, int.Parse(line.AsSpan(11, 5), CultureInfo.InvariantCulture))))
            {
                throw new PdfFormatException("a line of the table of objects is wrong", parser.At);
            }
        }
    }

    private static bool IsEntry(string line) =>
        line.AsSpan(0, 10).IndexOfAnyExceptInRange('0', '9') < 0 && line[10] == ' '
        && line.AsSpan(11, 5).IndexOfAnyExceptInRange('0', '9') < 0 && line[16] == ' '
        && line[17] is 'n' or 'f' && line[18..] is " \n" or " \r" or "\r\n";

    // A table for old readers, with a stream of what they shall not see (7.5.8.4); some word processors write such files.
    private static XrefSection Hybrid(byte[] bytes, XrefSection table)
    {
        if (table.Trailer["XRefStm"] is null)
        {
            return table;
        }

        var hidden = XrefStream.Read(bytes, table.Number("XRefStm") ?? -1);
        var entries = new Dictionary<int, XrefEntry>(table.Entries);
        foreach (var (number, entry) in hidden.Entries)
        {
            if (!entries.TryGetValue(number, out var shown) || shown.Freed)
            {
                entries[number] = entry;
            }
        }

        return table with { Classic = false, Entries = entries };
    }
}
