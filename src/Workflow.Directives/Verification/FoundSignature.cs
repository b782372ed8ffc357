using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Verification;

/// <summary>A signature as it stands in a file, before anything about it is believed.</summary>
/// <param name="Field">Name of its field.</param>
/// <param name="Dictionary">The signature dictionary; null when the field holds something else.</param>
/// <param name="Object">The object it is; null when the field holds something else.</param>
/// <param name="Revision">The revision that added it.</param>
internal sealed record FoundSignature(string Field, PdfDictionary? Dictionary, PdfIndirect? Object, PdfRevision Revision)
{
    // Each is hashed over the whole file; a directive has two.
    private const int Most = 32;

    private const int LockedLevel = 1;

    /// <summary>Every signature that was ever in the file, also one removed since; oldest first.</summary>
    /// <exception cref="PdfFormatException">There are more than are checked.</exception>
    public static IReadOnlyList<FoundSignature> In(PdfFile file)
    {
        var seen = new HashSet<(string, PdfReference?)>();
        var found = new List<FoundSignature>();
        foreach (var revision in file.Revisions)
        {
            foreach (var field in PdfField.Of(revision).Where(one => one.Type == "Sig" && one.Dictionary["V"] is not (null or PdfKeyword)))
            {
                var at = field.Dictionary["V"] as PdfReference;
                if (seen.Add((field.Name, at)))
                {
                    found.Add(found.Count < Most
                        ? Of(file, revision, field.Name, at)
                        : throw new PdfFormatException("the file has more signatures than are checked", revision.Section.At));
                }
            }
        }

        return found;
    }

    /// <summary>Whether nothing at all may be filled in or signed after it: it locks every field, or certifies with level 1.</summary>
    public bool Locks => References().Any(one =>
        (Name(one, "TransformMethod") == "FieldMDP" && Parameters(one)?["Action"] is PdfName { Value: "All" })
        || (Name(one, "TransformMethod") == "DocMDP" && Parameters(one)?["P"] is PdfNumber { Value: LockedLevel }));

    /// <summary>A text that the signature says of itself, or null.</summary>
    public string? Text(string key) => Revision.Resolve(Dictionary?[key]) is PdfBytes text ? text.AsText() : null;

    private static FoundSignature Of(PdfFile file, PdfRevision revision, string field, PdfReference? at)
    {
        var found = at is null ? null : revision.Find(at.Number);
        return found is not { Value: PdfDictionary dictionary } || found.Reference != at
            ? new FoundSignature(field, null, null, revision)
            : new FoundSignature(field, dictionary, found, file.Revisions.FirstOrDefault(one => one.Holds(found.From)) ?? revision);
    }

    private IEnumerable<PdfDictionary> References() =>
        Revision.Items(Dictionary?["Reference"]).Select(Revision.Dictionary).OfType<PdfDictionary>();

    private PdfDictionary? Parameters(PdfDictionary reference) => Revision.Dictionary(reference["TransformParams"]);

    private static string? Name(PdfDictionary dictionary, string key) => (dictionary[key] as PdfName)?.Value;
}
