using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>Writes laid pages: the text in reading order, each piece marked with what it belongs to, and the rules.</summary>
internal sealed class PageContent(IPdfObjects objects, FormProfile profile, EmbeddedFonts fonts, PdfReference fontNames, StructureTree structure)
{
    private const double FrameLinePt = 0.75;

    private readonly double height = Length.Mm(profile.Sheet.HeightMm);

    /// <summary>Adds a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="next">The page after it, on which its last paragraph may go on.</param>
    /// <param name="pages">Its parent.</param>
    /// <param name="overlays">What lies over and under it.</param>
    /// <param name="fields">Where its fields go.</param>
    internal PdfReference Add(LaidPage page, LaidPage? next, PdfReference pages, PageOverlays overlays, FieldWidgets fields)
    {
        var (sheet, key) = (objects.Reserve(), structure.TakePage());
        var content = new ContentStream(fonts);
        overlays.DrawUnder(content);
        AddText(content, [.. Texts(page), .. next is null ? [] : Texts(next).Take(1)], Texts(page).Count(), (key, sheet));
        AddRules(content, page);
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

    private static IEnumerable<TextMark> Texts(LaidPage page) => page.Marks.OfType<TextMark>();

    private void AddText(ContentStream content, List<TextMark> texts, int count, (int Key, PdfReference Sheet) page)
    {
        Node? open = null;
        void Close()
        {
            if (open is not null)
            {
                content.End();
                open = null;
            }
        }

        for (var i = 0; i < count; i++)
        {
            var text = texts[i];
            if (text.Node is null)
            {
                Close();
                content.BeginArtifact(text.Y < Length.Mm(profile.Sheet.TopMm) ? "Pagination" : "Layout");
                Put(content, text);
                content.End();
                continue;
            }

            if (text.Node != open)
            {
                Close();
                open = text.Node;
                content.Begin(open.Type, structure.Take(open, page.Key, page.Sheet));
            }

            // A line that goes on below ends with a blank, so that its last word is not read as one with the next.
            var after = texts.Skip(i + 1).FirstOrDefault(one => one.Node is not null);
            Put(content, after?.Node == open && after.Y != text.Y ? text with { Text = text.Text + " " } : text);
        }

        Close();
    }

    private void AddRules(ContentStream content, LaidPage page)
    {
        foreach (var mark in page.Marks.Where(mark => mark is RuleMark or FrameMark))
        {
            content.BeginArtifact("Layout");
            content.Draw(mark switch
            {
                RuleMark rule => new DrawnLine(rule.X, height - rule.Y, rule.X + rule.Width, height - rule.Y, rule.ThicknessPt),
                FrameMark frame => new DrawnBox(frame.X, height - frame.Y - frame.Height, frame.Width, frame.Height, FrameLinePt),
                _ => throw new ArgumentOutOfRangeException(nameof(page)),
            });
            content.End();
        }
    }

    private void Put(ContentStream content, TextMark text) =>
        content.Text(text.Look.Face, text.Look.SizePt, text.X, height - text.Y, text.Text, Ink.Black, text.Wider);
}
