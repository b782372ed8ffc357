namespace Workflow.Directives.Documents.Pdf;

/// <summary>
/// Draws a form XObject that needs nothing from the file it is put into: the faces it uses are its own subsets, with their outlines and
/// their meaning, so that the same form looks the same in a new file and in an update of one that was signed.
/// </summary>
public static class FormDrawing
{
    /// <summary>Adds the form and all it needs.</summary>
    /// <param name="objects">Where to.</param>
    /// <param name="widthPt">Width of the form, points.</param>
    /// <param name="heightPt">Height of the form, points.</param>
    /// <param name="parts">What is drawn, the lowest first. Text with a character the faces do not have shows an empty box.</param>
    public static PdfReference Add(IPdfObjects objects, double widthPt, double heightPt, params IReadOnlyList<Drawn> parts)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(parts);
        var fonts = new EmbeddedFonts();
        var content = new ContentStream(fonts);
        foreach (var part in parts)
        {
            content.Draw(part, picture => picture.Write(objects));
        }

        return objects.Add(Form(widthPt, heightPt, content, fonts.Write(objects)));
    }

    internal static PdfStream Form(double width, double height, ContentStream content, PdfValue fonts)
    {
        var resources = new PdfDictionary { { "Font", fonts } };
        resources["XObject"] = content.Pictures.Any() ? content.Pictures : null;
        return PdfPacking.Packed(
            new()
            {
                { "Type", new PdfName("XObject") },
                { "Subtype", new PdfName("Form") },
                { "BBox", PdfArray.Of(0, 0, width, height) },
                { "Resources", resources },
            },
            content.ToBytes());
    }
}
