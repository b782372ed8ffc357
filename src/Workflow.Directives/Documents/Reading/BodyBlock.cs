using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>A paragraph of the body while it is gathered from its lines.</summary>
internal sealed partial class BodyBlock
{
    private readonly SourceLine first;
    private readonly string front;
    private readonly List<(SourceLine Line, string Text, double Wrap)> more = [];

    private BodyBlock(SourceLine line, PartKind? said)
    {
        (first, Said) = (line, said);
        (Marker, front) = SectionMarker.Split(line.Text);
    }

    internal string? Marker { get; }

    internal int Line => first.Number;

    /// <summary>What a person said it is.</summary>
    internal PartKind? Said { get; }

    internal string Text => more.Count == 0 ? front : string.Join(' ', more.Select(line => line.Text).Prepend(front).Where(text => text.Length > 0));

    private SourceLine Last => more.Count == 0 ? first : more[^1].Line;

    /// <summary>What was chosen for the paragraph as a whole; shown on its first line.</summary>
    internal Choice? Choice { get; set; }

    /// <summary>The paragraphs of [start, end), wrapped lines joined; what a person called body elsewhere among them.</summary>
    internal static List<BodyBlock> All(SourcePage page, int start, int end)
    {
        var blocks = new List<BodyBlock>();
        var folding = LineFolding.Of(page, start, end);
        var last = -2;
        foreach (var (i, line, said) in page.Flow(start, end, PartKind.Preamble, PartKind.Section, PartKind.Closing))
        {
            line.Used = true;
            if (said is null && (Labels.IsRule(line.Text) || line.Text == "./."))
            {
                page.Keep(line.Number, PartKind.Ornament, line.Text);
                continue;
            }

            var items = said is null ? Items(line) : [line];
            var next = new BodyBlock(items[0], said);
            var wrap = said is null && last == i - 1 && blocks.Count > 0 ? folding.Goes(blocks[^1].Last.Text, next.Marker, next.front) : 0;
            if (wrap > 0)
            {
                blocks[^1].Join(next, wrap);
            }
            else
            {
                blocks.Add(next);
            }

            blocks.AddRange(items.Skip(1).Select(item => new BodyBlock(item, said)));
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
        more.Add((next.first, next.Marker is null ? next.front : $"{next.Marker} {next.front}", wrap));
        more.AddRange(next.more);
    }

    /// <summary>The finished paragraph; notes on the page where its lines went.</summary>
    internal Paragraph Keep(SourcePage page, PartKind kind)
    {
        page.Keep(Line, kind, first.Text, Choice);
        foreach (var (line, _, wrap) in more)
        {
            page.Keep(line.Number, kind, line.Text, wrap < 1 ? Choice.Wrapped(kind, wrap) : null);
        }

        return new Paragraph(Text, Marker, Line);
    }

    // List items that were run together on one line: "gồm: - Một; - Hai".
    private static IReadOnlyList<SourceLine> Items(SourceLine line)
    {
        var items = ItemsOnALine().Split(line.Text);
        return items.Length == 1 ? [line] : [.. items.Select(line.Piece)];
    }

    [GeneratedRegex(@"(?<=[:;.])\s(?=(?:[-–+•]|[a-zđ]\))\s\p{Lu})")]
    private static partial Regex ItemsOnALine();
}
