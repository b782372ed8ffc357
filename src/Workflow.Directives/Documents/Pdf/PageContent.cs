using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>Writes laid pages: the text in reading order, each piece marked with what it belongs to, ornaments after it.</summary>
internal sealed class PageContent(IPdfObjects objects, FormProfile profile, EmbeddedFonts fonts, PdfReference fontNames, StructureTree structure)
{
    private readonly double height = Length.Mm(profile.Sheet.HeightMm);

    internal PdfReference Add(LaidPage page, PdfReference pages, PageOverlays overlays, FieldWidgets fields)
    {
        var (sheet, key) = (objects.Reserve(), structure.TakePage());
        var content = new ContentStream(fonts);
        overlays.DrawUnder(content);
        AddText(content, page, key, sheet);
        AddOrnaments(content, page);
        overlays.DrawOver(content);
        var widgets = page.Marks.OfType<FieldMark>().Select(field => fields.Add(field, sheet, height)).ToList();
        var written = new PdfDictionary
        {
            { "Type", new PdfName("Page") },
            { "Parent", pages },
            { "MediaBox", PdfArray.Of(0, 0, Length.Mm(profile.Sheet.WidthMm), height) },
            { "Contents", objects.Add(PdfPacking.Packed([], content.ToBytes())) },
            { "Resources", new PdfDictionary { { "Font", fontNames } } },
            { "StructParents", new PdfNumber(key) },
        };
        if (widgets.Count > 0)
        {
            written.Add("Annots", new PdfArray([.. widgets]));
            written.Add("Tabs", new PdfName("S"));
        }

        objects.Set(sheet, written);
        return sheet;
    }

    private void AddText(ContentStream content, LaidPage page, int key, PdfReference sheet)
    {
        Node? open = null;
        foreach (var text in page.Marks.OfType<TextMark>().Where(mark => mark.Node is not null))
        {
            if (text.Node != open)
            {
                if (open is not null)
                {
                    content.End();
                }

                open = text.Node!;
                content.Begin(open.Type, structure.Take(open, key, sheet));
            }

            Put(content, text);
        }

        if (open is not null)
        {
            content.End();
        }
    }

    private void AddOrnaments(ContentStream content, LaidPage page)
    {
        foreach (var mark in page.Marks.Where(mark => mark.Node is null))
        {
            content.BeginArtifact(mark is TextMark ? "Pagination" : "Layout");
            switch (mark)
            {
                case TextMark text:
                    Put(content, text);
                    break;
                case RuleMark rule:
                    content.Draw(new DrawnLine(rule.X, height - rule.Y, rule.X + rule.Width, height - rule.Y, rule.ThicknessPt));
                    break;
                case FrameMark frame:
                    content.Draw(new DrawnBox(frame.X, height - frame.Y - frame.Height, frame.Width, frame.Height, 0.75));
                    break;
            }

            content.End();
        }
    }

    private void Put(ContentStream content, TextMark text) =>
        content.Text(text.Look.Face, text.Look.SizePt, text.X, height - text.Y, text.Text, Ink.Black, text.Wider);
}
