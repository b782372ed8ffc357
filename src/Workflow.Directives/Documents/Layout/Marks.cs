using System.Collections.Immutable;
using Workflow.Directives.Documents.Fonts;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Layout;

/// <summary>What an element of the page is for a program that reads it aloud (structure types of ISO 32000-1, 14.8.4).</summary>
internal sealed class Node(string type)
{
    /// <summary>Document, P, H1, H2, L, LI, LBody or Form.</summary>
    internal string Type => type;

    internal List<Node> Children { get; } = [];

    /// <summary>Adds a part and gives it back.</summary>
    internal Node Add(string child)
    {
        var node = new Node(child);
        Children.Add(node);
        return node;
    }
}

/// <summary>The letters of a piece of text.</summary>
internal sealed record Lettering(FontFace Face, double SizePt, bool Underlined = false)
{
    /// <summary>The width of a blank is a quarter of the size in every face.</summary>
    internal double Blank => FontMeasures.Width(Face, " ", SizePt);

    internal double Ascent => FontMeasures.Ascent(SizePt);

    internal double Descent => FontMeasures.Descent(SizePt);

    internal static Lettering Of(ElementLook look) => new(FontMeasures.Face(look.Bold, look.Italic), look.SizePt, look.Underlined);

    internal double Width(string text) => FontMeasures.Width(Face, text, SizePt);
}

/// <summary>Text in one lettering.</summary>
internal sealed record Span(string Text, Lettering Look);

/// <summary>
/// A thing on the page. <c>X</c> counts in points to the right of the left margin, <c>Y</c> downwards from the baseline of its line.
/// Without a node it is an ornament that no reader is told of.
/// </summary>
internal abstract record Mark(double X, double Y, Node? Node);

/// <summary>Text on one baseline; every blank wider by so many points.</summary>
internal sealed record TextMark(double X, double Y, Node? Node, string Text, Lettering Look, double Wider = 0) : Mark(X, Y, Node)
{
    internal double Width => Look.Width(Text) + (Wider * Text.Count(letter => letter == ' '));
}

/// <summary>A horizontal rule.</summary>
internal sealed record RuleMark(double X, double Y, double Width, double ThicknessPt) : Mark(X, Y, null);

/// <summary>A frame; Y is its upper edge.</summary>
internal sealed record FrameMark(double X, double Y, double Width, double Height) : Mark(X, Y, null);

/// <summary>A form field; Y is its upper edge. Text fields hold a whole line.</summary>
internal sealed record FieldMark(double X, double Y, Node? Node, string Name, double Width, double Height, string? Text, Lettering? Look)
    : Mark(X, Y, Node);

/// <summary>
/// A line of the flow, or a block that nothing parts (then the block's lower edge is its baseline).
/// </summary>
/// <param name="Above">From the upper edge of the line to its baseline.</param>
/// <param name="Below">From its baseline to its lower edge.</param>
/// <param name="Ascent">How far its letters reach up.</param>
/// <param name="Descent">How far its letters reach down.</param>
/// <param name="Marks">What stands on it.</param>
internal sealed record FlowLine(double Above, double Below, double Ascent, double Descent, ImmutableArray<Mark> Marks)
{
    /// <summary>A line of so many points from line to line, its letters in the middle.</summary>
    internal static FlowLine Of(double linePt, Lettering look, ImmutableArray<Mark> marks)
    {
        var above = ((linePt - look.Ascent - look.Descent) / 2) + look.Ascent;
        return new(above, linePt - above, look.Ascent, look.Descent, marks);
    }

    /// <summary>A block that nothing parts.</summary>
    internal static FlowLine Solid(double height, IEnumerable<Mark> marksFromTop) =>
        new(height, 0, height, 0, [.. marksFromTop.Select(mark => mark with { Y = mark.Y - height })]);
}

/// <summary>Lines that belong together.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="GapBefore">Room above, unless a page begins with it.</param>
/// <param name="KeepWithNext">Whether no page ends with it.</param>
/// <param name="NewPage">Whether it begins a page.</param>
internal sealed record FlowBlock(ImmutableArray<FlowLine> Lines, double GapBefore = 0, bool KeepWithNext = false, bool NewPage = false);

/// <summary>A page: its marks with Y from the upper edge of the sheet and X from its left edge.</summary>
internal sealed record LaidPage(int Number, ImmutableArray<Mark> Marks);

/// <summary>A document on pages.</summary>
/// <param name="Root">Its structure.</param>
/// <param name="Pages">The pages.</param>
/// <param name="EndOfText">Lower edge of the last mark on the last page, points from the upper edge of the sheet.</param>
internal sealed record LaidDocument(Node Root, ImmutableArray<LaidPage> Pages, double EndOfText);

/// <summary>Lengths.</summary>
internal static class Length
{
    private const double PointsInAnInch = 72;
    private const double MillimetresInAnInch = 25.4;

    /// <summary>Millimetres as points.</summary>
    internal static double Mm(double millimetres) => millimetres * PointsInAnInch / MillimetresInAnInch;
}
