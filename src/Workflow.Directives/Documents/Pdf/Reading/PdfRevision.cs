namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>The file as it stood after one of its updates: what a reader of that time saw.</summary>
/// <param name="file">The file.</param>
/// <param name="previous">The revision before, or null.</param>
/// <param name="section">Its table of objects.</param>
/// <param name="start">Its first byte.</param>
/// <param name="marked">The byte after its %%EOF.</param>
/// <param name="end">The same with the end of that line.</param>
internal sealed class PdfRevision(PdfFile file, PdfRevision? previous, XrefSection section, int start, int marked, int end)
{
    private const int LongestChain = 16;

    /// <summary>Which it is, from 0.</summary>
    public int Index { get; } = previous is null ? 0 : previous.Index + 1;

    /// <summary>The revision before, or null.</summary>
    public PdfRevision? Previous => previous;

    /// <summary>The first byte that it added.</summary>
    public int Start => start;

    /// <summary>The byte after its %%EOF.</summary>
    public int Marked => marked;

    /// <summary>The byte after the line with its %%EOF.</summary>
    public int End => end;

    /// <summary>Its own table of objects: what it added, changed or freed.</summary>
    public XrefSection Section => section;

    /// <summary>Its trailer.</summary>
    public PdfDictionary Trailer => section.Trailer;

    /// <summary>The catalog.</summary>
    /// <exception cref="PdfFormatException">There is none.</exception>
    public PdfDictionary Catalog => Dictionary(Trailer["Root"]) ?? throw new PdfFormatException("there is no catalog", section.At);

    /// <summary>Whether a file position belongs to what this revision added.</summary>
    public bool Holds(int at) => at >= start && at < end;

    /// <summary>Every object number in use at this time.</summary>
    public HashSet<int> Numbers()
    {
        var numbers = previous?.Numbers() ?? [];
        foreach (var (number, entry) in section.Entries)
        {
            if (entry.Freed)
            {
                numbers.Remove(number);
            }
            else
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    /// <summary>The object with a number as it stood at this time, or null.</summary>
    /// <exception cref="PdfFormatException">The table says there is one, and it cannot be read.</exception>
    public PdfIndirect? Find(int number) => Entry(number) is { Freed: false } entry ? file.Load(this, number, entry) : null;

    /// <summary>What a reference leads to, or null.</summary>
    public PdfValue? Get(PdfReference reference) =>
        Find(reference.Number) is { } found && found.Reference.Generation == reference.Generation ? found.Value : null;

    /// <summary>A value, or what it leads to when it is a reference.</summary>
    public PdfValue? Resolve(PdfValue? value)
    {
        for (var i = 0; value is PdfReference reference; i++)
        {
            if (i == LongestChain)
            {
                throw new PdfFormatException("references lead in a circle", section.At);
            }

            value = Get(reference);
        }

        return value is PdfKeyword { Word: "null" } ? null : value;
    }

    /// <summary>The dictionary that a value is or leads to, also a stream's; or null.</summary>
    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    /// <summary>The items of the array that a value is or leads to; empty for none.</summary>
    public IReadOnlyList<PdfValue> Items(PdfValue? value) => Resolve(value) is PdfArray array ? array.Items : [];

    /// <summary>Where the table of this time says an object is; null for a number never used.</summary>
    public XrefEntry? Entry(int number)
    {
        for (var at = this; at is not null; at = at.Previous)
        {
            if (at.Section.Entries.TryGetValue(number, out var entry))
            {
                return entry;
            }
        }

        return null;
    }
}
