using System.Collections.Immutable;

namespace Workflow.Directives.Documents.Reading;

/// <summary>A line on the page as a reader meets it.</summary>
/// <param name="Index">Its index on the page.</param>
/// <param name="Line">The line, or the piece of it that a person spoke of.</param>
/// <param name="Said">What a person said it is; null when the rules are to tell.</param>
internal sealed record PageLine(int Index, SourceLine Line, PartKind? Said = null);

/// <summary>All lines of a text, what a person said of some of them, and where each piece went.</summary>
internal sealed class SourcePage(IReadOnlyList<SourceLine> lines)
{
    /// <summary>In a line longer than this the pieces stay in the order in which the rules took them.</summary>
    private const int LongestSortedLine = 2_000;

    private readonly List<SourcePart> parts = [];
    private readonly List<PageLine> said = [];

    internal IReadOnlyList<SourceLine> Lines { get; } = lines;

    internal int Count => Lines.Count;

    internal SourceLine this[int index] => Lines[index];

    internal static SourcePage Of(string text) => new(SourceLine.Of(text));

    /// <summary>Takes the corrected lines and pieces out of the rules' reach.</summary>
    internal void Take(IReadOnlyList<Correction> corrections)
    {
        var last = corrections.Where(one => one.Line > 0 && one.Line <= Count)
            .GroupBy(one => (one.Line, one.Piece is null ? null : VietnameseText.Collapse(VietnameseText.Nfc(one.Piece))))
            .Select(same => (same.Key.Line, Piece: same.Key.Item2, same.Last().Kind))
            .OrderBy(one => one.Line).ThenBy(one => one.Piece is null ? 0 : 1);
        foreach (var (number, piece, kind) in last)
        {
            if (Lines[number - 1].Split(piece) is { } taken)
            {
                said.Add(new PageLine(number - 1, taken, kind));
            }
        }
    }

    /// <summary>Indices in [from, to) of lines with text that no rule took yet.</summary>
    internal IEnumerable<int> Open(int from, int to)
    {
        for (var i = Math.Max(from, 0); i < Math.Min(to, Count); i++)
        {
            if (!Lines[i].IsBlank && !Lines[i].Used)
            {
                yield return i;
            }
        }
    }

    /// <summary>What a person said to be of one of these kinds, in line order, wherever it stands.</summary>
    internal IEnumerable<PageLine> Said(params IReadOnlyList<PartKind> kinds) => said.Where(line => kinds.Contains(line.Said!.Value));

    /// <summary>The open lines in [from, to) and, between them, what a person said to be of one of these kinds.</summary>
    internal IEnumerable<PageLine> Flow(int from, int to, params IReadOnlyList<PartKind> kinds)
    {
        var open = Open(from, to).Select(i => new PageLine(i, Lines[i]));
        return said.Count == 0 ? open : Said(kinds).Concat(open).OrderBy(line => line.Index);
    }

    /// <summary>Notes where a piece went. Pieces without text are passed over.</summary>
    internal void Keep(int line, PartKind kind, string text, Choice? choice = null)
    {
        var piece = VietnameseText.Collapse(text.Replace(SourceLine.Seam, ' '));
        if (piece.Length > 0)
        {
            parts.Add(new SourcePart(line, kind, piece, choice?.Confidence ?? 1, choice?.Doubt));
        }
    }

    /// <summary>Keeps what a line held besides the part a rule took.</summary>
    internal void LeaveOver(int line, string text) => Keep(line, PartKind.Unrecognised, text);

    /// <summary>Every piece with what became of it, those left over included.</summary>
    /// <param name="body">Index at which the body began, to tell what a piece left over could be.</param>
    /// <param name="tail">Index at which the tail began.</param>
    internal ImmutableArray<SourcePart> Parts(int body, int tail)
    {
        foreach (var i in Open(0, Count))
        {
            LeaveOver(Lines[i].Number, Lines[i].Text);
        }

        var map = ImmutableArray.CreateBuilder<SourcePart>(parts.Count);
        var ordered = parts.OrderBy(part => part.Line).ToList();
        for (var (from, to) = (0, 1); from < ordered.Count; from = to++)
        {
            while (to < ordered.Count && ordered[to].Line == ordered[from].Line)
            {
                to++;
            }

            var line = Lines[ordered[from].Line - 1].Whole;
            IEnumerable<SourcePart> pieces = to == from + 1 || line.Length > LongestSortedLine
                ? ordered[from..to]
                : LeftToRight(ordered[from..to], line);
            map.AddRange(pieces.Select(part => part is { Kind: PartKind.Unrecognised, Doubt: null } ? Choice.Unplaced(part, body, tail) : part));
        }

        return map.MoveToImmutable();
    }

    // A short piece may also occur inside a longer one, so the longest are placed first and cover what they stand on.
    private static IEnumerable<SourcePart> LeftToRight(List<SourcePart> pieces, string line)
    {
        var rest = line.ToCharArray();
        var places = new List<(int At, SourcePart Piece)>();
        foreach (var piece in pieces.OrderByDescending(piece => piece.Text.Length))
        {
            var at = rest.AsSpan().IndexOf(piece.Text);
            rest.AsSpan(Math.Max(at, 0), at < 0 ? 0 : piece.Text.Length).Fill(SourceLine.Seam);
            places.Add((at < 0 ? line.Length : at, piece));
        }

        return places.OrderBy(place => place.At).Select(place => place.Piece);
    }
}
