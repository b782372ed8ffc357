using System.Collections.Immutable;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Layout;

/// <summary>
/// Fills pages with lines. No page ends with a heading, none begins or ends with a single line of a paragraph, and what must stay
/// together does as long as it fits on one page at all.
/// </summary>
internal sealed class PageFlow(FormProfile profile)
{
    private const int FewestLines = 2;

    /// <summary>What is lost in rounding may not push a line to the next page.</summary>
    private const double Tolerance = 0.01;

    private readonly double top = Length.Mm(profile.Sheet.TopMm);
    private readonly double bottom = Length.Mm(profile.Sheet.HeightMm - profile.Sheet.BottomMm);

    /// <summary>The height between the margins.</summary>
    internal static double HeightOf(FormProfile profile) =>
        Length.Mm(profile.Sheet.HeightMm - profile.Sheet.TopMm - profile.Sheet.BottomMm);

    internal (ImmutableArray<LaidPage> Pages, double End) Fill(IReadOnlyList<FlowBlock> blocks)
    {
        var lines = Flatten(blocks);
        var pages = ImmutableArray.CreateBuilder<LaidPage>();
        var end = top;
        for (var start = 0; start < lines.Count;)
        {
            var stop = StopOf(lines, start);
            (var page, end) = Page(pages.Count + 1, lines.GetRange(start, stop - start));
            pages.Add(page);
            start = stop;
        }

        return (pages.ToImmutable(), end);
    }

    private sealed record Placed(FlowLine Line, double Gap, bool MayBreakBefore, bool MustBreakBefore);

    private static List<Placed> Flatten(IReadOnlyList<FlowBlock> blocks)
    {
        var lines = new List<Placed>();
        for (var b = 0; b < blocks.Count; b++)
        {
            var block = blocks[b];
            var count = block.Lines.Length;
            for (var i = 0; i < count; i++)
            {
                var may = i == 0 ? b == 0 || !blocks[b - 1].KeepWithNext : i >= FewestLines && count - i >= FewestLines;
                lines.Add(new(block.Lines[i], i == 0 ? block.GapBefore : 0, may, i == 0 && block.NewPage));
            }
        }

        return lines;
    }

    private int StopOf(List<Placed> lines, int start)
    {
        var (y, lastGood) = (0.0, 0);
        for (var i = start; i < lines.Count; i++)
        {
            var line = lines[i];
            if (i > start && line.MustBreakBefore)
            {
                return i;
            }

            lastGood = i > start && line.MayBreakBefore ? i : lastGood;
            var baseline = i == start ? top + line.Line.Ascent : y + line.Gap + line.Line.Above;
            if (i > start && baseline + line.Line.Descent > bottom + Tolerance)
            {
                return lastGood > start ? lastGood : i;
            }

            y = baseline + line.Line.Below;
        }

        return lines.Count;
    }

    private (LaidPage Page, double End) Page(int number, List<Placed> lines)
    {
        var back = profile.Sheet.MirroredBacks && number % 2 == 0;
        var left = Length.Mm(back ? profile.Sheet.RightMm : profile.Sheet.LeftMm);
        var marks = new List<Mark>();
        var (y, end) = (0.0, top);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Line;
            var baseline = i == 0 ? top + line.Ascent : y + lines[i].Gap + line.Above;
            marks.AddRange(line.Marks.Select(mark => mark with { X = mark.X + left, Y = mark.Y + baseline }));
            (y, end) = (baseline + line.Below, baseline + line.Descent);
        }

        if (number >= profile.PageNumber.FirstPage)
        {
            marks.Add(PageNumber(number, left));
        }

        return (new(number, [.. marks]), end);
    }

    private TextMark PageNumber(int number, double left)
    {
        var look = Lettering.Of(profile[FormElement.PageNumber]);
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var width = Length.Mm(profile.Sheet.WidthMm - profile.Sheet.LeftMm - profile.Sheet.RightMm);
        return new(left + ((width - look.Width(text)) / 2), Length.Mm(profile.PageNumber.FromTopMm) + look.Ascent, null, text, look);
    }
}
