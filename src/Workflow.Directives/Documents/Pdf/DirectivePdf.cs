using System.Globalization;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>
/// Writes a directive as a PDF in the prescribed form: PDF 1.7, tagged, its fonts embedded, archival (PDF/A-2b, ISO 19005-2). No clock and
/// no chance take part: the same inputs give the same bytes.
/// </summary>
public static class DirectivePdf
{
    /// <summary>Writes the file.</summary>
    /// <param name="d">The document.</param>
    /// <param name="profile">The form rule, with the office's choices (<see cref="FormProfiles.For"/>).</param>
    /// <param name="options">What is shown beside the text.</param>
    /// <exception cref="ArgumentException">The document bears a secrecy mark: state secrets are not printed by a networked installation.</exception>
    public static byte[] Write(DirectiveDocument d, FormProfile profile, PdfOptions options)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(options);
        if (d.Secrecy is not null)
        {
            throw new ArgumentException("A document with a secrecy mark is not printed.", nameof(d));
        }

        var laid = DirectiveLayout.Of(d, profile, Laid(options));
        var file = new PdfWriter();
        var (catalog, pages, fontNames) = (file.Reserve(), file.Reserve(), file.Reserve());
        var fonts = new EmbeddedFonts();
        var structure = new StructureTree(file, laid.Root);
        var fields = new FieldWidgets(file, structure, fonts, fontNames);
        var content = new PageContent(file, profile, fonts, fontNames, structure);
        var sheets = laid.Pages
            .Select((page, i) => content.Add(page, laid.Pages.ElementAtOrDefault(i + 1), pages, new PageOverlays(profile, options, laid, page.Number), fields))
            .ToList();
        file.Set(pages, new PdfDictionary { { "Type", new PdfName("Pages") }, { "Kids", new PdfArray([.. sheets]) }, { "Count", new PdfNumber(sheets.Count) } });
        var title = Title(d, options);
        var root = Catalog(pages, structure.Write(), ArchiveMarks.Write(file, title, d.Issuer, options));
        root["AcroForm"] = fields.Write();
        file.Set(catalog, root);
        file.Set(fontNames, fonts.Write(file));
        return file.ToBytes(catalog, file.Add(ArchiveMarks.Information(title, d.Issuer, options)), options.Id);
    }

    private static LayoutOptions Laid(PdfOptions options) => new()
    {
        NumberAndDate = options.NumberAndDate,
        DraftYear = options.DraftYear,
        Reserve = options.Reserve,
        DraftMark = options.DraftMark,
        SignedNote = options.SignedNote,
        SealNote = options.SealNote,
    };

    private static string Title(DirectiveDocument d, PdfOptions options)
    {
        var number = options.Reserve ? null : options.NumberAndDate?.Number ?? d.Number;
        var title = VietnameseText.Nfc(string.Join(' ', new[] { d.Type?.Name, number, d.Subject }.Where(part => !string.IsNullOrEmpty(part))));
        return title.Length > 0 ? title : options.Id.ToString("D", CultureInfo.InvariantCulture);
    }

    private static PdfDictionary Catalog(PdfReference pages, PdfReference structure, (PdfReference Metadata, PdfReference Intent) archive) => new()
    {
        { "Type", new PdfName("Catalog") },
        { "Pages", pages },
        { "Lang", PdfBytes.Text("vi") },
        { "MarkInfo", new PdfDictionary { { "Marked", PdfKeyword.True } } },
        { "StructTreeRoot", structure },
        { "Metadata", archive.Metadata },
        { "OutputIntents", new PdfArray(archive.Intent) },
        { "ViewerPreferences", new PdfDictionary { { "DisplayDocTitle", PdfKeyword.True } } },
    };
}
