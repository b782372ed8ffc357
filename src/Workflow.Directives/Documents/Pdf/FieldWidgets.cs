using Workflow.Directives.Documents.Fonts;
using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>The form fields of a file, each with one widget that is on the page from the first byte (ISO 32000-1, 12.7).</summary>
internal sealed class FieldWidgets(IPdfObjects objects, StructureTree structure, EmbeddedFonts fonts, PdfReference fontNames)
{
    private const int Print = 1 << 2;
    private const int Centred = 1;
    private const int SignaturesExistAndAppendOnly = 3;

    /// <summary>What may come to stand in a field beside what stands there now.</summary>
    private const string Digits = "0123456789";

    private static readonly Dictionary<string, string> Labels = new()
    {
        [DirectiveFields.Number] = "Số và ký hiệu",
        [DirectiveFields.PlaceDate] = "Địa danh, ngày tháng năm",
        [DirectiveFields.Signer] = "Chữ ký của người có thẩm quyền",
        [DirectiveFields.Seal] = "Dấu của cơ quan",
    };

    private readonly List<PdfReference> fields = [];

    internal PdfReference Add(FieldMark mark, PdfReference sheet, double pageHeight)
    {
        var widget = objects.Reserve();
        var bottom = pageHeight - mark.Y - mark.Height;
        var field = new PdfDictionary
        {
            { "Type", new PdfName("Annot") },
            { "Subtype", new PdfName("Widget") },
            { "FT", new PdfName(mark.Text is null ? "Sig" : "Tx") },
            { "T", PdfBytes.Text(mark.Name) },
            { "TU", PdfBytes.Text(Labels[mark.Name]) },
            { "Rect", PdfArray.Of(mark.X, bottom, mark.X + mark.Width, bottom + mark.Height) },
            { "F", new PdfNumber(Print) },
            { "P", sheet },
            { "AP", new PdfDictionary { { "N", Appearance(mark) } } },
            { "StructParent", new PdfNumber(structure.Take(mark.Node!, widget, sheet)) },
        };
        if (mark is { Text: { } text, Look: { } look })
        {
            fonts.Need(look.Face, Digits);
            field.Add("V", PdfBytes.Text(text));
            field.Add("DA", PdfBytes.Text($"/{EmbeddedFonts.NameOf(look.Face)} {PdfNumber.Of(look.SizePt)} Tf 0 g"));
            field.Add("Q", new PdfNumber(Centred));
        }

        objects.Set(widget, field);
        fields.Add(widget);
        return widget;
    }

    /// <summary>The form, or null without a field.</summary>
    internal PdfReference? Write() => fields.Count == 0 ? null : objects.Add(new PdfDictionary
    {
        { "Fields", new PdfArray([.. fields]) },
        { "SigFlags", new PdfNumber(SignaturesExistAndAppendOnly) },
        { "DR", new PdfDictionary { { "Font", fontNames } } },
        { "DA", PdfBytes.Text($"/{EmbeddedFonts.NameOf(FontFace.Regular)} 14 Tf 0 g") },
    });

    private PdfReference Appearance(FieldMark mark)
    {
        var content = new ContentStream(fonts);
        if (mark is { Text: { } text, Look: { } look })
        {
            content.Draw(FieldAppearances.Text(look, mark.Width, mark.Height, text));
        }

        return objects.Add(FormDrawing.Form(mark.Width, mark.Height, content, fontNames));
    }
}
