namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>A stream that holds other objects (ISO 32000-1, 7.5.7), as other programs write them.</summary>
internal sealed class PdfContainer
{
    private readonly PdfIndirect self;
    private readonly byte[] data;
    private readonly (int Number, int At)[] places;

    private PdfContainer(PdfIndirect self, byte[] data, (int Number, int At)[] places) => (this.self, this.data, this.places) = (self, data, places);

    /// <summary>Bytes it unpacks to.</summary>
    public int Size => data.Length;

    /// <summary>Reads the table of a container.</summary>
    /// <exception cref="PdfFormatException">It is none.</exception>
    public static PdfContainer Read(PdfIndirect self)
    {
        if (self.Value is not PdfStream stream || stream.Dictionary["Type"] is not PdfName { Value: "ObjStm" }
            || stream.Dictionary["N"] is not PdfNumber { Value: >= 0 and < 1_000_000 } count
            || stream.Dictionary["First"] is not PdfNumber { Value: >= 0 and < int.MaxValue } first)
        {
            throw new PdfFormatException("a container of objects is no such thing", self.From);
        }

        var data = PdfFilters.Decode(stream);
        var parser = new PdfParser(data, 0, Math.Min((int)first.Value, data.Length));
        var places = new (int, int)[(int)count.Value];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (parser.Count(), (int)first.Value + parser.Count());
        }

        return new PdfContainer(self, data, places);
    }

    /// <summary>The object at a place.</summary>
    /// <exception cref="PdfFormatException">Another is there.</exception>
    public PdfIndirect Find(int number, int place)
    {
        if (place >= places.Length || places[place].Number != number || places[place].At < 0 || places[place].At > data.Length)
        {
            throw new PdfFormatException($"object {number} is not in its container", self.From);
        }

        return new PdfIndirect(
            new PdfReference(number), new PdfParser(data, places[place].At, data.Length).Value(), self.From, self.ValueAt, self.To);
    }
}
