using System.Globalization;
using System.Text;

namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>
/// A PDF read for what can be proved about it: its revisions, each with its own bytes, table of objects and objects (ISO 32000-1, 7.5.6).
/// A file that needs repair is refused, never repaired: a reader that guesses can be led to see another document than the one signed.
/// </summary>
internal sealed class PdfFile
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int Largest = 64 * 1024 * 1024;

    /// <summary>Most revisions.</summary>
    public const int MostRevisions = 64;

    /// <summary>Most lines in all tables of objects together.</summary>
    public const int MostObjects = 2_000_000;

    private static readonly byte[] EndMark = "%%EOF"u8.ToArray();

    private readonly Dictionary<int, PdfIndirect> loaded = [];

    private readonly Dictionary<int, PdfContainer> containers = [];

    private int unpacked;

    private PdfFile(byte[] bytes) => Bytes = bytes;

    /// <summary>The whole file.</summary>
    public byte[] Bytes { get; }

    /// <summary>The revisions, oldest first; at least one.</summary>
    public IReadOnlyList<PdfRevision> Revisions { get; private set; } = [];

    /// <summary>The file as it stands now.</summary>
    public PdfRevision Last => Revisions[^1];

    /// <summary>Bytes after the end of the last revision; 0 in every sound file.</summary>
    public int Trailing => Bytes.Length - Last.End;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="PdfFormatException">It is not a PDF, is damaged, or is larger or deeper than is read here.</exception>
    public static PdfFile Read(byte[] bytes)
    {
        if (bytes.Length > Largest)
        {
            throw new PdfFormatException("the file is larger than is read here", Largest);
        }

        if (!bytes.AsSpan().StartsWith("%PDF-"u8))
        {
            throw new PdfFormatException("the file does not begin as a PDF", 0);
        }

        var file = new PdfFile(bytes);
        file.Revisions = file.Chain();
        if (file.Last.Trailer["Encrypt"] is not null)
        {
            throw new PdfFormatException("the file is encrypted", file.Last.Section.At);
        }

        return file;
    }

    /// <summary>Reads the object a table names, once.</summary>
    /// <exception cref="PdfFormatException">It is not there.</exception>
    public PdfIndirect Load(PdfRevision revision, int number, XrefEntry entry)
    {
        if (entry.Container > 0)
        {
            return Container(revision, entry.Container).Find(number, entry.Offset);
        }

        if (!loaded.TryGetValue(entry.Offset, out var found))
        {
            found = PdfIndirect.Read(Bytes, entry.Offset, revision.End, length => LengthOf(revision, length));
            loaded.Add(entry.Offset, found);
        }

        return found.Reference == new PdfReference(number, entry.Generation)
            ? found
            : throw new PdfFormatException($"where object {number} should be stands object {found.Reference.Number}", entry.Offset);
    }

    private PdfContainer Container(PdfRevision revision, int number)
    {
        var entry = revision.Entry(number);
        if (entry is not { Freed: false, Container: 0, Offset: var at })
        {
            throw new PdfFormatException("a container of objects is missing", revision.Section.At);
        }

        if (!containers.TryGetValue(at, out var container))
        {
            container = PdfContainer.Read(Load(revision, number, entry.Value));
            containers.Add(at, container);
            unpacked += container.Size;
            if (unpacked > PdfFilters.Largest)
            {
                throw new PdfFormatException("the file unpacks to more than is accepted", at);
            }
        }

        return container;
    }

    // Read on its own: a length that is a stream of its own length would never end.
    private int? LengthOf(PdfRevision revision, PdfReference reference) =>
        revision.Entry(reference.Number) is { Freed: false, Container: 0, Offset: var at }
        && PdfIndirect.Read(Bytes, at, revision.End, _ => null) is { Value: PdfNumber { Value: >= 0 and <= int.MaxValue } number } found
        && found.Reference == reference
            ? (int)number.Value
            : null;

    private List<PdfRevision> Chain()
    {
        var (at, marked) = LastMark();
        var sections = new Stack<(XrefSection Section, int Marked)>();
        for (int? next = at; next is { } offset;)
        {
            if (sections.Count == MostRevisions)
            {
                throw new PdfFormatException("the file has more revisions than are read here", offset);
            }

            var section = XrefSection.Read(Bytes, offset);
            next = section.Number("Prev");
            if (next > offset)
            {
                sections.Push(Linearized(section, next.Value));
                break;
            }

            var end = Ending(section.To, offset) ?? throw new PdfFormatException("no end of file stands after a table of objects", section.To);
            sections.Push((section, end));
            if (next == offset || (next is null && section.Trailer["Prev"] is not null))
            {
                throw new PdfFormatException("the tables of objects do not stand one after the other", offset);
            }
        }

        if (sections.Sum(one => (long)one.Section.Entries.Count) > MostObjects)
        {
            throw new PdfFormatException("the file has more objects than are read here", at);
        }

        return sections.Last().Marked != marked
            ? throw new PdfFormatException("the last table of objects is not the one the file ends with", at)
            : Build(sections);
    }

    /// <summary>
    /// The oldest revision of a file laid out for the web (ISO 32000-1, annex F): a table of the first page at the beginning, and that of all
    /// other objects at the end, which names the first.
    /// </summary>
    private (XrefSection Section, int Marked) Linearized(XrefSection first, int at)
    {
        var main = XrefSection.Read(Bytes, at);
        if (main.Trailer["Prev"] is not null || Ending(main.To, first.At) is not { } end)
        {
            throw new PdfFormatException("the tables of objects do not stand one after the other", at);
        }

        var entries = new Dictionary<int, XrefEntry>(main.Entries);
        foreach (var (number, entry) in first.Entries)
        {
            entries[number] = entry;
        }

        return (first with { Classic = false, Entries = entries, To = main.To }, end);
    }

    private List<PdfRevision> Build(Stack<(XrefSection Section, int Marked)> sections)
    {
        var revisions = new List<PdfRevision>();
        foreach (var (section, marked) in sections)
        {
            var start = revisions.Count == 0 ? 0 : revisions[^1].End;
            if (section.At < start)
            {
                throw new PdfFormatException("a table of objects stands before the update it belongs to", section.At);
            }

            revisions.Add(new PdfRevision(this, revisions.LastOrDefault(), section, start, marked, marked + LineEnd(marked)));
        }

        return revisions;
    }

    /// <summary>The offset named before the last %%EOF, and where that ends.</summary>
    private (int Section, int Marked) LastMark()
    {
        var mark = Bytes.AsSpan().LastIndexOf(EndMark);
        var word = mark < 0 ? -1 : Bytes.AsSpan(0, mark).LastIndexOf("startxref"u8);
        if (word < 0)
        {
            throw new PdfFormatException("the file has no end mark", Bytes.Length);
        }

        var section = new PdfParser(Bytes, word + "startxref".Length, mark).Count();
        return (section, mark + EndMark.Length);
    }

    /// <summary>Where the %%EOF after a trailer ends; null when what follows it is anything else, or names another table.</summary>
    private int? Ending(int from, int named)
    {
        var parser = new PdfParser(Bytes, from, Bytes.Length);
        if (!parser.Take("startxref") || parser.Count() != named)
        {
            return null;
        }

        var at = parser.At;
        while (at < Bytes.Length && PdfCharacters.IsBlank(Bytes[at]))
        {
            at++;
        }

        return Bytes.AsSpan(at).StartsWith(EndMark) ? at + EndMark.Length : null;
    }

    private int LineEnd(int at) =>
        at >= Bytes.Length ? 0
        : Bytes[at] == '\n' ? 1
        : Bytes[at] != '\r' ? 0
        : at + 1 < Bytes.Length && Bytes[at + 1] == '\n' ? 2 : 1;
}
