namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>A cross-reference section written as a stream (ISO 32000-1, 7.5.8), as other programs write it.</summary>
internal static class XrefStream
{
    private const int WidestField = 4;

    private const int Freed = 0;

    private const int Placed = 1;

    private const int Contained = 2;

    /// <summary>Reads the section at an offset.</summary>
    /// <exception cref="PdfFormatException">None stands there.</exception>
    public static XrefSection Read(byte[] bytes, int at)
    {
        var read = PdfIndirect.Read(bytes, at, bytes.Length, _ => null);
        if (read.Value is not PdfStream stream || stream.Dictionary["Type"] is not PdfName { Value: "XRef" })
        {
            throw new PdfFormatException("there is no table of objects", at);
        }

        var widths = Whole(stream.Dictionary["W"], at);
        var size = Whole(new PdfArray(stream.Dictionary["Size"] ?? PdfKeyword.Null), at)[0];
        var index = stream.Dictionary["Index"] is { } given ? Whole(given, at) : [0, size];
        if (widths.Length != 3 || widths.Any(width => width > WidestField) || widths[1] == 0 || index.Length % 2 != 0
            || index.Where((_, i) => i % 2 == 1).Sum(count => (long)count) > PdfFile.MostObjects)
        {
            throw new PdfFormatException("the table of objects is laid out wrongly", at);
        }

        var entries = new Dictionary<int, XrefEntry>();
        var rows = new Rows(PdfFilters.Decode(stream), widths, at);
        for (var i = 0; i < index.Length; i += 2)
        {
            for (var n = 0; n < index[i + 1]; n++)
            {
                Add(entries, index[i] + n, rows.Next(), at);
            }
        }

        return new XrefSection(at, read.To, false, entries, stream.Dictionary);
    }

    private static void Add(Dictionary<int, XrefEntry> entries, int number, (int Kind, int Second, int Third) row, int at)
    {
        var entry = row.Kind switch
        {
            Freed => new XrefEntry(-1, row.Third),
            Placed => new XrefEntry(row.Second, row.Third),
            Contained => new XrefEntry(row.Third, 0, row.Second),
            _ => throw new PdfFormatException("the table of objects has an entry of an unknown kind", at),
        };
        if (!entries.TryAdd(number, entry))
        {
            throw new PdfFormatException("the table of objects names an object twice", at);
        }
    }

    private static int[] Whole(PdfValue? value, int at) => value is PdfArray array
        ? [.. array.Items.Select(item => item is PdfNumber { Value: >= 0 and < 100_000_000 } number
            ? (int)number.Value
            : throw new PdfFormatException("the table of objects is laid out wrongly", at))]
        : throw new PdfFormatException("the table of objects is laid out wrongly", at);

    private sealed class Rows(byte[] data, int[] widths, int at)
    {
        private int next;

        public (int Kind, int Second, int Third) Next() => (widths[0] == 0 ? Placed : Field(0), Field(1), Field(2));

        private int Field(int i)
        {
            long value = 0;
            for (var n = 0; n < widths[i]; n++)
            {
                value = (value << 8) | (next < data.Length ? data[next++] : throw new PdfFormatException("the table of objects is cut off", at));
            }

            return value <= int.MaxValue ? (int)value : throw new PdfFormatException("the table of objects points outside the file", at);
        }
    }
}
