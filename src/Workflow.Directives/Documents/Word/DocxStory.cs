using System.Xml;

namespace Workflow.Directives.Documents.Word;

/// <summary>Some letters of a paragraph.</summary>
/// <param name="Text">The letters; LF begins a new line of the same paragraph.</param>
/// <param name="Style">Style of the letters; null as the paragraph's.</param>
internal sealed record Letters(string Text, string? Style = null);

/// <summary>What holds for one paragraph beside its style.</summary>
internal sealed record Hold
{
    internal static Hold None { get; } = new();

    /// <summary>Stays on the page of the next paragraph.</summary>
    internal bool WithNext { get; init; }

    /// <summary>Begins a page.</summary>
    internal bool OnNewPage { get; init; }

    /// <summary>Depth in the navigation pane, from 0; null as the style says.</summary>
    internal int? Depth { get; init; }

    /// <summary>How far it stands in from both sides of its column, in points; null as the style says.</summary>
    internal double? InsetPt { get; init; }

    /// <summary>Room above it in points; null as the style says.</summary>
    internal double? BeforePt { get; init; }
}

/// <summary>Writes paragraphs and tables of columns, properties in the order the schema demands (ISO/IEC 29500-1, 17.3 and 17.4).</summary>
internal sealed class DocxStory(XmlWriter xml)
{
    internal void Paragraph(string style, string? text, Hold? hold = null)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Paragraph(style, [new Letters(text)], hold);
        }
    }

    internal void Paragraph(string style, IEnumerable<Letters> letters, Hold? hold = null)
    {
        xml.Start("p");
        WriteProperties(style, hold ?? Hold.None);
        foreach (var run in letters)
        {
            WriteRun(run);
        }

        xml.WriteEndElement();
    }

    /// <summary>An empty paragraph, such as a cell without content needs.</summary>
    internal void Blank(string style) => Paragraph(style, []);

    /// <summary>The paragraph a document ends with after a table (ISO/IEC 29500-1, 17.2.2 as word processors read it), as low as it can be.</summary>
    internal void End()
    {
        xml.Start("p");
        xml.Start("pPr");
        xml.Empty("spacing", ("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Two columns side by side, without borders; a row stays on one page where it fits there.</summary>
    /// <param name="widths">How wide they are.</param>
    /// <param name="abovePt">Room above each row in points.</param>
    /// <param name="rows">What writes the paragraphs of each row, left and right.</param>
    internal void Columns(ColumnWidths widths, double abovePt, params ReadOnlySpan<(Action Left, Action Right)> rows)
    {
        var (left, right) = (widths.Left + widths.Gap, widths.Right);
        xml.Start("tbl");
        xml.Start("tblPr");
        xml.Empty("tblW", ("w", DocxXml.Millimetres(left + right)), ("type", "dxa"));
        xml.Empty("tblLayout", ("type", "fixed"));
        xml.Start("tblCellMar");
        xml.Empty("top", ("w", DocxXml.Points(abovePt)), ("type", "dxa"));
        xml.Empty("left", ("w", "0"), ("type", "dxa"));
        xml.Empty("right", ("w", "0"), ("type", "dxa"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Start("tblGrid");
        xml.Empty("gridCol", ("w", DocxXml.Millimetres(left)));
        xml.Empty("gridCol", ("w", DocxXml.Millimetres(right)));
        xml.WriteEndElement();
        foreach (var row in rows)
        {
            xml.Start("tr");
            xml.Start("trPr");
            xml.Empty("cantSplit");
            xml.WriteEndElement();
            WriteCell(left, widths.Gap, row.Left);
            WriteCell(right, 0, row.Right);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteCell(double width, double gap, Action write)
    {
        xml.Start("tc");
        xml.Start("tcPr");
        xml.Empty("tcW", ("w", DocxXml.Millimetres(width)), ("type", "dxa"));
        if (gap > 0)
        {
            xml.Start("tcMar");
            xml.Empty("right", ("w", DocxXml.Millimetres(gap)), ("type", "dxa"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        write();
        xml.WriteEndElement();
    }

    private void WriteProperties(string style, Hold hold)
    {
        xml.Start("pPr");
        xml.Value("pStyle", style);
        xml.Switch("keepNext", hold.WithNext);
        xml.Switch("pageBreakBefore", hold.OnNewPage);
        if (hold.BeforePt is { } before)
        {
            xml.Empty("spacing", ("before", DocxXml.Points(before)));
        }

        if (hold.InsetPt is > 0 and var inset)
        {
            xml.Empty("ind", ("left", DocxXml.Points(inset)), ("right", DocxXml.Points(inset)));
        }

        xml.Value("outlineLvl", hold.Depth is { } depth ? DocxXml.Whole(depth) : null);
        xml.WriteEndElement();
    }

    private void WriteRun(Letters letters)
    {
        xml.Start("r");
        if (letters.Style is not null)
        {
            xml.Start("rPr");
            xml.Value("rStyle", letters.Style);
            xml.WriteEndElement();
        }

        var lines = letters.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                xml.Empty("br");
            }

            xml.Start("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(DocxXml.Writable(lines[i]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
