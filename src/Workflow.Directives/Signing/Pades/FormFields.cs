using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Signing.Pades;

/// <summary>Finds the fields a directive was laid out with.</summary>
internal static class FormFields
{
    /// <summary>A field that is its own widget, listed directly in the form, as this program lays them out.</summary>
    /// <exception cref="ArgumentException">The file has none of this name and type.</exception>
    public static (PdfReference At, PdfDictionary Field) Find(PdfUpdate update, string name, string type)
    {
        var catalog = update.Resolve(update.Root) as PdfDictionary;
        var form = update.Resolve(catalog?["AcroForm"]) as PdfDictionary;
        foreach (var item in (update.Resolve(form?["Fields"]) as PdfArray)?.Items ?? [])
        {
            if (item is PdfReference at && update.Get(at) is PdfDictionary field && (field["T"] as PdfBytes)?.AsText() == name
                && field["FT"] is PdfName kind && kind.Value == type && field["Kids"] is null)
            {
                return (at, field);
            }
        }

        throw new ArgumentException($"The PDF has no field {name} of type {type}.", nameof(name));
    }

    /// <summary>How large a field is.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="name">Name of the field.</param>
    /// <returns>Width and height, points.</returns>
    /// <exception cref="ArgumentException">The file has no such field.</exception>
    public static (double Width, double Height) SizeOf(byte[] pdf, string name)
    {
        var update = new PdfUpdate(pdf);
        var type = name is DirectiveFields.Signer or DirectiveFields.Seal ? "Sig" : "Tx";
        var box = ((PdfArray)Find(update, name, type).Field["Rect"]!).Items.Select(one => ((PdfNumber)one).Value).ToArray();
        return (box[2] - box[0], box[3] - box[1]);
    }
}
