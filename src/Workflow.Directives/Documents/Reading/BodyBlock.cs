using System.Text;

namespace Workflow.Directives.Documents.Reading;

/// <summary>A paragraph of the body while it is gathered from its lines.</summary>
internal sealed class BodyBlock
{
    /// <summary>A line shorter than this ends where its author ended it; a longer one may have been wrapped.</summary>
    private const int ShortestWrappedLine = 60;
    private const double SureWrap = 0.95;
    private const double LikelyWrap = 0.8;

    private readonly List<(SourceLine Line, double Wrap)> lines = [];
    private readonly StringBuilder text;

    private BodyBlock(SourceLine line, PartKind? said)
    {
        var (marker, rest) = SectionMarker.Split(line.Text);
        (Marker, Line, Said) = (marker, line.Number, said);
        text = new StringBuilder(rest);
        lines.Add((line, 1));
    }

    internal string? Marker { get; }

    internal int Line { get; }

    /// <summary>What a person said it is.</summary>
    internal PartKind? Said { get; }

    internal string Text => text.ToString();

    /// <summary>What was chosen for the paragraph as a whole; shown on its first line.</summary>
    internal Choice? Choice { get; set; }

    /// <summary>The paragraphs of [start, end), wrapped lines joined; what a person called body elsewhere among them.</summary>
    internal static List<BodyBlock> All(SourcePage page, int start, int end)
    {
        var blocks = new List<BodyBlock>();
        var last = -2;
        foreach (var (i, line, said) in page.Flow(start, end, PartKind.Preamble, PartKind.Section, PartKind.Closing))
        {
            line.Used = true;
            if (said is null && (Labels.IsRule(line.Text) || line.Text == "./."))
            {
                page.Keep(line.Number, PartKind.Ornament, line.Text);
                continue;
            }

            var next = new BodyBlock(line, said);
            var wrap = said is null && last == i - 1 && blocks.Count > 0 ? Wrap(blocks[^1].lines[^1].Line.Text, next) : 0;
            if (wrap > 0)
            {
                blocks[^1].Join(next, wrap);
            }
            else
            {
                blocks.Add(next);
            }

            last = i;
        }

        return blocks;
    }

    internal static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("\"”’)]");
        return end.Length > 0 && end[^1] is '.' or ':' or ';' or '!' or '?' or '…';
    }

    /// <summary>Adds another paragraph's lines to this one.</summary>
    internal void Join(BodyBlock next, double wrap = 1)
    {
        text.Append(text.Length > 0 && next.text.Length > 0 ? " " : "").Append(next.text);
        lines.AddRange(next.lines.Select((line, i) => i == 0 ? (line.Line, wrap) : line));
    }

    /// <summary>The finished paragraph; notes on the page where its lines went.</summary>
    internal Paragraph Keep(SourcePage page, PartKind kind)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, wrap) = lines[i];
            page.Keep(line.Number, kind, line.Text, i == 0 ? Choice : wrap < 1 ? Choice.Wrapped(kind, wrap) : null);
        }

        return new Paragraph(Text, Marker, Line);
    }

    private static double Wrap(string before, BodyBlock next) =>
        next.Marker is not null || next.text.Length == 0 || EndsSentence(before) ? 0
            : char.IsLower(next.text[0]) ? SureWrap
            : before.Length >= ShortestWrappedLine ? LikelyWrap
            : 0;
}
