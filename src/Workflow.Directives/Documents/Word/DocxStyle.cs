using System.Xml;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Word;

/// <summary>A named style of the document (ISO/IEC 29500-1, 17.7).</summary>
/// <param name="Id">Name inside the file.</param>
/// <param name="Name">Name a person sees; those of headings and header are the ones every word processor knows.</param>
/// <param name="Look">Its letters.</param>
internal sealed record DocxStyle(string Id, string Name, ElementLook Look)
{
    /// <summary>What a person sees beside a name that the word processor knows.</summary>
    internal string? Alias { get; init; }

    /// <summary>Style of the paragraph that a person begins after this one; null: the text's.</summary>
    internal string? Next { get; init; }

    /// <summary><c>left</c>, <c>center</c> or <c>both</c> (ISO/IEC 29500-1, 17.18.44).</summary>
    internal string Alignment { get; init; } = "left";

    /// <summary>Distance from line to line in points, exactly.</summary>
    internal double LinePt { get; init; }

    internal double BeforePt { get; init; }

    internal double AfterPt { get; init; }

    internal double LeftMm { get; init; }

    internal double RightMm { get; init; }

    internal double FirstLineMm { get; init; }

    internal double HangingMm { get; init; }

    /// <summary>Whether its paragraphs stay on the page of what follows.</summary>
    internal bool WithNext { get; init; }

    /// <summary>Whether its paragraphs never break over pages.</summary>
    internal bool Whole { get; init; }

    /// <summary>Whether its paragraphs stand in a frame.</summary>
    internal bool Boxed { get; init; }

    /// <summary>Whether its paragraphs are nothing but a rule.</summary>
    internal bool Ruled { get; init; }

    /// <summary>Depth among the headings, from 0; null for text.</summary>
    internal int? Depth { get; init; }

    internal void Write(XmlWriter xml)
    {
        xml.Start("style", ("type", "paragraph"), ("customStyle", Alias is null ? "1" : null), ("styleId", Id));
        xml.Value("name", Name);
        xml.Value("aliases", Alias);
        xml.Value("basedOn", DocxStyles.Normal);
        xml.Value("next", Next);
        xml.Empty("qFormat");
        WriteParagraph(xml);
        WriteLetters(xml, Look);
        xml.WriteEndElement();
    }

    /// <summary>Writes the properties of letters.</summary>
    internal static void WriteLetters(XmlWriter xml, ElementLook look)
    {
        xml.Start("rPr");
        xml.Switch("b", look.Bold);
        xml.Switch("bCs", look.Bold);
        xml.Switch("i", look.Italic);
        xml.Switch("iCs", look.Italic);
        if (look.SizePt > 0)
        {
            xml.Value("sz", DocxXml.LetterSize(look.SizePt));
            xml.Value("szCs", DocxXml.LetterSize(look.SizePt));
        }

        xml.Value("u", look.Underlined ? "single" : null);
        xml.WriteEndElement();
    }

    private void WriteParagraph(XmlWriter xml)
    {
        xml.Start("pPr");
        xml.Switch("keepNext", WithNext);
        xml.Switch("keepLines", Whole);
        WriteBorders(xml);
        xml.Empty("spacing", ("before", DocxXml.Points(BeforePt)), ("after", DocxXml.Points(AfterPt)), ("line", DocxXml.Points(LinePt)), ("lineRule", "exact"));
        xml.Empty("ind", ("left", DocxXml.Millimetres(LeftMm)), ("right", DocxXml.Millimetres(RightMm)), HangingMm > 0
            ? ("hanging", DocxXml.Millimetres(HangingMm))
            : ("firstLine", DocxXml.Millimetres(FirstLineMm)));
        xml.Value("jc", Alignment);
        xml.Value("outlineLvl", Depth is { } depth ? DocxXml.Whole(depth) : null);
        xml.WriteEndElement();
    }

    private void WriteBorders(XmlWriter xml)
    {
        ReadOnlySpan<string> sides = Boxed ? ["top", "left", "bottom", "right"] : Ruled ? ["top"] : [];
        if (!sides.IsEmpty)
        {
            xml.Start("pBdr");
            foreach (var side in sides)
            {
                xml.Empty(side, ("val", "single"), ("sz", Boxed ? "8" : "6"), ("space", Boxed ? "1" : "0"), ("color", Boxed ? "C00000" : "000000"));
            }

            xml.WriteEndElement();
        }
    }
}
