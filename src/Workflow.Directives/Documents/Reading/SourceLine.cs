using System.Text;

namespace Workflow.Directives.Documents.Reading;

/// <summary>One line of the text: NFC, without invisible characters and Markdown left-overs, still with its columns.</summary>
internal sealed class SourceLine
{
    /// <summary>Stands where two Markdown runs touched with nothing between them: <c>THÔNG BÁO**Ý KIẾN</c>.</summary>
    internal const char Seam = '\u0001';

    /// <summary>So many blanks, or a tab, part two columns.</summary>
    private const int NarrowestGap = 3;

    private IReadOnlyList<string>? cells;

    private SourceLine(int number, string cleaned)
    {
        Number = number;
        Raw = FoldGaps(cleaned);
        Text = Whole = Plain(Raw);
    }

    /// <summary>Line number from 1.</summary>
    internal int Number { get; }

    /// <summary>Cleaned, ends trimmed, a tab for each gap between columns, with <see cref="Seam"/>.</summary>
    internal string Raw { get; private set; }

    /// <summary>Cleaned, white space folded.</summary>
    internal string Text { get; private set; }

    /// <summary>The text as it was before a person's correction took a piece out of it.</summary>
    internal string Whole { get; }

    internal bool IsBlank => Text.Length == 0;

    /// <summary>Whether a rule already took the line.</summary>
    internal bool Used { get; set; }

    /// <summary>The columns of the line: pieces parted by a tab or three blanks.</summary>
    internal IReadOnlyList<string> Cells() => cells ??= CellsOf(Raw);

    internal static IReadOnlyList<string> CellsOf(string raw) =>
        raw.Contains('\t', StringComparison.Ordinal)
            ? [.. raw.Split('\t').Select(Plain).Where(cell => cell.Length > 0)]
            : Plain(raw) is { Length: > 0 } cell ? [cell] : [];

    internal static IReadOnlyList<SourceLine> Of(string text) =>
        [.. VietnameseText.Lines(text).Select((line, index) => new SourceLine(index + 1, Markup.Clean(line)))];

    /// <summary>
    /// Takes a piece out of the line, or the whole for null, and gives it as a line of its own; null when the line does not hold it.
    /// </summary>
    internal SourceLine? Split(string? piece)
    {
        var at = piece is null ? 0 : Text.IndexOf(piece, StringComparison.Ordinal);
        if (IsBlank || at < 0 || piece?.Length == 0)
        {
            return null;
        }

        var taken = new SourceLine(Number, piece is null ? Raw : piece);
        Raw = piece is null ? "" : FoldGaps(WithoutPiece(piece, at));
        Text = Plain(Raw);
        cells = null;
        return taken;
    }

    /// <summary>A piece of the line as a line of its own; the line itself stays as it is.</summary>
    internal SourceLine Piece(string text) => new(Number, text);

    // The gaps between columns outlive the cut when the piece lies within one column; otherwise the line's halves are two columns.
    private string WithoutPiece(string piece, int at)
    {
        var inRaw = Raw.IndexOf(piece, StringComparison.Ordinal);
        return inRaw >= 0
            ? $"{Raw[..inRaw]}\t{Raw[(inRaw + piece.Length)..]}"
            : $"{Text[..at]}\t{Text[(at + piece.Length)..]}";
    }

    private static string Plain(string raw) => VietnameseText.Collapse(raw.Replace(Seam, ' '));

    private static string FoldGaps(string cleaned)
    {
        var line = cleaned.Trim();
        if (!line.Contains("  ", StringComparison.Ordinal) && !VietnameseText.HasOtherBlank(line))
        {
            return line;
        }

        var folded = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length;)
        {
            var end = i;
            while (char.IsWhiteSpace(line[end]))
            {
                end++;
            }

            if (end == i)
            {
                folded.Append(line[i++]);
                continue;
            }

            folded.Append(end - i >= NarrowestGap || line.AsSpan(i, end - i).Contains('\t') ? "\t" : new string(' ', end - i));
            i = end;
        }

        return folded.ToString();
    }
}
