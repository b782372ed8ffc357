namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>An indirect object as it stands in the file.</summary>
/// <param name="Reference">Its number and generation.</param>
/// <param name="Value">The object.</param>
/// <param name="From">Its first byte; of an object inside an object stream that stream's.</param>
/// <param name="ValueAt">First byte of its value.</param>
/// <param name="To">The byte after <c>endobj</c>.</param>
internal sealed record PdfIndirect(PdfReference Reference, PdfValue Value, int From, int ValueAt, int To)
{
    /// <summary>Reads the object that begins at an offset.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="at">The offset.</param>
    /// <param name="end">First byte that is not read.</param>
    /// <param name="lengthOf">Gives the number behind a stream's /Length when that is a reference; null for none.</param>
    /// <exception cref="PdfFormatException">No object stands there.</exception>
    public static PdfIndirect Read(byte[] bytes, int at, int end, Func<PdfReference, int?> lengthOf)
    {
        if (at < 0 || at >= end || !PdfCharacters.IsDigit(bytes[at]))
        {
            throw new PdfFormatException("no object stands where the table says", at);
        }

        var parser = new PdfParser(bytes, at, end);
        var reference = new PdfReference(parser.Count(), parser.Count());
        parser.Expect("obj");
        parser.Skip();
        var valueAt = parser.At;
        var value = parser.Value();
        if (value is PdfDictionary dictionary && parser.Take("stream"))
        {
            value = Stream(bytes, parser, end, dictionary, lengthOf);
        }

        parser.Expect("endobj");
        return new PdfIndirect(reference, value, at, valueAt, parser.At);
    }

    private static PdfStream Stream(byte[] bytes, PdfParser parser, int end, PdfDictionary dictionary, Func<PdfReference, int?> lengthOf)
    {
        var from = parser.At;
        from += from < end && bytes[from] == '\r' ? 1 : 0;
        if (from >= end || bytes[from] != '\n')
        {
            throw new PdfFormatException("no line ends after \"stream\"", from);
        }

        from++;
        var length = dictionary["Length"] switch
        {
            PdfNumber { Value: >= 0 and <= int.MaxValue } number when number.Value == Math.Floor(number.Value) => (int)number.Value,
            PdfReference reference => lengthOf(reference),
            _ => null,
        };
        if (length is not { } known || known > end - from)
        {
            throw new PdfFormatException("a stream has no length, or is longer than the file", from);
        }

        parser.At = from + known;
        parser.Expect("endstream");
        return new PdfStream(dictionary, bytes.AsSpan(from, known).ToArray());
    }
}
