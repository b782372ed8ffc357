namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>A field of the form (ISO 32000-1, 12.7.3), as it stood at one time.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Type">Tx, Sig, Btn or Ch; empty when none is said.</param>
/// <param name="Reference">The field's object, or null when it stands inside another.</param>
/// <param name="Dictionary">The field, with its widget when it has only one.</param>
internal sealed record PdfField(string Name, string Type, PdfReference? Reference, PdfDictionary Dictionary)
{
    private const int DeepestTree = 16;

    private const int MostFields = 10_000;

    /// <summary>The fields of a revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <exception cref="PdfFormatException">The tree of fields is damaged.</exception>
    public static IReadOnlyList<PdfField> Of(PdfRevision revision)
    {
        var fields = new List<PdfField>();
        foreach (var item in revision.Items(revision.Dictionary(revision.Catalog["AcroForm"])?["Fields"]))
        {
            Add(revision, item, "", "", fields, 0);
        }

        return fields;
    }

    private static void Add(PdfRevision revision, PdfValue item, string parent, string type, List<PdfField> fields, int depth)
    {
        if (depth > DeepestTree || fields.Count > MostFields || revision.Dictionary(item) is not { } field)
        {
            throw new PdfFormatException("the tree of form fields is damaged", revision.Section.At);
        }

        var part = revision.Resolve(field["T"]) is PdfBytes text ? text.AsText() : null;
        var name = part is null ? parent : parent.Length == 0 ? part : $"{parent}.{part}";
        type = revision.Resolve(field["FT"]) is PdfName given ? given.Value : type;
        var children = revision.Items(field["Kids"]).Where(kid => revision.Dictionary(kid)?["T"] is not null).ToList();
        foreach (var kid in children)
        {
            Add(revision, kid, name, type, fields, depth + 1);
        }

        if (children.Count == 0)
        {
            fields.Add(new PdfField(name, type, item as PdfReference, field));
        }
    }
}
