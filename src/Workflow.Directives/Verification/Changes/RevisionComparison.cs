using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Verification.Changes;

/// <summary>Compares a revision with the one before it.</summary>
/// <param name="file">The file.</param>
/// <param name="revision">A revision that is not the first.</param>
/// <param name="locked">Whether a signature before it locks every field.</param>
internal sealed class RevisionComparison(PdfFile file, PdfRevision revision, bool locked)
{
    // Where the table stands and how it is packed says nothing about the document.
    private static readonly HashSet<string> Bookkeeping =
        ["Size", "Prev", "ID", "XRefStm", "Type", "W", "Index", "Length", "Filter", "DecodeParms"];

    private readonly PdfRevision before = revision.Previous ?? throw new ArgumentException("The first revision changes nothing.", nameof(revision));

    private readonly List<FileFinding> findings = [];

    /// <summary>Values that new objects may hang on.</summary>
    private readonly List<PdfValue> granted = [];

    private readonly HashSet<int> added = [];

    /// <summary>What was changed without leave.</summary>
    public IReadOnlyList<FileFinding> Findings()
    {
        if (!BytesAreAccounted())
        {
            findings.Add(ChangeFindings.Hidden);
        }

        CompareTrailers();
        var fields = PdfField.Of(before).Where(one => one.Reference is not null).DistinctBy(one => one.Reference!.Number)
            .ToDictionary(one => one.Reference!.Number);
        foreach (var (number, entry) in revision.Section.Entries)
        {
            Compare(number, entry, fields);
        }

        CompareAdded();
        return findings;
    }

    /// <summary>
    /// Whether the update is made of the objects its table names, the table and the trailer, and of nothing else: bytes that this reader passes
    /// over are bytes another reader may show.
    /// </summary>
    private bool BytesAreAccounted()
    {
        var parts = revision.Section.Entries.Where(one => one.Value is { Freed: false, Container: 0 })
            .Select(one => revision.Find(one.Key)!).Select(one => (one.From, one.To))
            .Where(one => one.From != revision.Section.At).Append((From: revision.Section.At, To: revision.Marked)).Order();
        var at = revision.Start;
        foreach (var (from, to) in parts)
        {
            if (from < at || file.Bytes.AsSpan(at, from - at).ContainsAnyExcept(" \r\n\t"u8))
            {
                return false;
            }

            at = to;
        }

        return at == revision.Marked;
    }

    private void CompareTrailers()
    {
        var keys = before.Trailer.Concat(revision.Trailer).Select(entry => entry.Key).Distinct().Where(key => !Bookkeeping.Contains(key));
        if (keys.Any(key => !Equals(before.Trailer[key], revision.Trailer[key]))
            || !Equals(Name(before), Name(revision))
            || before.Section.Number("Size") > revision.Section.Number("Size"))
        {
            findings.Add(ChangeFindings.Structure);
        }
    }

    // The first part of /ID names the document for good; the second changes with each update.
    private static PdfValue? Name(PdfRevision of) => of.Items(of.Trailer["ID"]) is [var first, ..] ? first : null;

    private void Compare(int number, XrefEntry entry, Dictionary<int, PdfField> fields)
    {
        var old = before.Find(number);
        if (entry.Freed)
        {
            findings.AddRange(old is null ? [] : [ChangeFindings.Removed(ObjectWords.Of(old.Value))]);
            return;
        }

        var changed = revision.Find(number)!;
        if (old is null)
        {
            // A stream that is only the table of this update is bookkeeping.
            findings.AddRange(changed.From == revision.Section.At || added.Add(number) ? [] : [ChangeFindings.Structure]);
        }
        else if (old.Reference != changed.Reference || !old.Value.Equals(changed.Value))
        {
            CompareValues(number, old.Value, changed.Value, fields);
        }
    }

    private void CompareValues(int number, PdfValue old, PdfValue changed, Dictionary<int, PdfField> fields)
    {
        // What a change brought along is told by telling the change; only what hangs on none is told by itself.
        granted.Add(changed);
        if (fields.TryGetValue(number, out var field) && changed is PdfDictionary filled)
        {
            findings.AddRange(FieldChange.Judge(field, filled, revision, locked) is { } finding ? [finding] : []);
        }
        else if (before.Trailer["Root"] is PdfReference root && root.Number == number && old is PdfDictionary was && changed is PdfDictionary @is)
        {
            findings.AddRange(SameButProofs(was, @is) ? [] : [ChangeFindings.Changed(ObjectWords.Of(old))]);
        }
        else if (!IsStoreOfProofs(number))
        {
            findings.Add(ChangeFindings.Changed(ObjectWords.Of(old)));
        }
    }

    // Proofs for later (certificates, revocation lists; ETSI EN 319 142-1, 5.4.2.2) show nothing.
    private static bool SameButProofs(PdfDictionary old, PdfDictionary changed)
    {
        const string Proofs = "DSS";
        var (was, now) = (old.Copy(), changed.Copy());
        (was[Proofs], now[Proofs]) = (null, null);
        return was.Equals(now);
    }

    private bool IsStoreOfProofs(int number) => before.Catalog["DSS"] is PdfReference store && store.Number == number;

    private void CompareAdded()
    {
        if (added.Count == 0)
        {
            return;
        }

        // A number that was referred to before it was there would come alive in a place that was signed.
        var awaited = ObjectWalk.From(before, [before.Trailer], _ => true);
        if (added.Overlaps(awaited))
        {
            findings.Add(ChangeFindings.Awaited);
        }

        var reached = ObjectWalk.From(revision, granted, added.Contains);
        if (added.Any(number => !reached.Contains(number) && !IsContainer(number)))
        {
            findings.Add(ChangeFindings.Added);
        }
    }

    private bool IsContainer(int number) => revision.Section.Entries.Values.Any(entry => entry.Container == number);
}
