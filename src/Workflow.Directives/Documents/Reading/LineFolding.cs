using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>
/// Whether lines of a body were folded: a program that cuts lines at a width leaves many of nearly that length, and breaks one only
/// where the next word would not have fitted.
/// </summary>
internal sealed partial class LineFolding
{
    /// <summary>A line shorter than this ends where its author ended it; a longer one may have been wrapped.</summary>
    internal const int ShortestWrappedLine = 60;

    /// <summary>No program folds lines wider than this.</summary>
    private const int WidestFold = 120;
    private const int FewestFullLines = 3;

    /// <summary>Lines that miss the width by less than a word are full.</summary>
    private const int LongestWord = 10;
    private const double SureWrap = 0.95;
    private const double LikelyWrap = 0.8;

    private readonly int width;
    private readonly bool hasBlankLinesBetween;

    private LineFolding(int width, bool hasBlankLinesBetween) => (this.width, this.hasBlankLinesBetween) = (width, hasBlankLinesBetween);

    internal static LineFolding Of(SourcePage page, int start, int end)
    {
        var (lines, full, widest, numbered, parted) = (0, 0, 0, 0, 0);
        foreach (var i in page.Open(start, end))
        {
            widest = Math.Max(widest, page[i].Text.Length);
            lines++;
            if (widest > WidestFold)
            {
                return new LineFolding(0, false);
            }

            if (SectionMarker.Split(page[i].Text).Marker is { Length: > 1 })
            {
                numbered++;
                parted += i == start || page[i - 1].IsBlank ? 1 : 0;
            }
        }

        full = page.Open(start, end).Count(i => page[i].Text.Length > widest - LongestWord);
        return full >= FewestFullLines && full * 3 > lines
            ? new LineFolding(widest, numbered > 0 && numbered == parted)
            : new LineFolding(0, false);
    }

    /// <summary>How likely a line goes on with the paragraph of the line right above it; 0 when it begins its own.</summary>
    internal double Goes(string before, string? marker, string next)
    {
        if (next.Length == 0)
        {
            return 0;
        }

        var isFull = width > 0 && before.Length + 1 + FirstWord(marker is null ? next : $"{marker} {next}") > width;
        if (marker is not null)
        {
            return isFull && !BodyBlock.EndsSentence(before) && IsWithin(marker, next) ? LikelyWrap : 0;
        }

        return BodyBlock.EndsSentence(before) ? (isFull && hasBlankLinesBetween ? LikelyWrap : 0)
            : char.IsLower(next[0]) ? SureWrap
            : isFull || before.Length >= ShortestWrappedLine ? LikelyWrap
            : 0;
    }

    // "kinh tế | - xã hội", "quy định tại | Điều 5 của": a dash or a word of the sentence that happens to begin a line.
    private static bool IsWithin(string marker, string next) =>
        (marker is "-" or "–" && char.IsLower(next[0])) || MentionedArticle().IsMatch(marker);

    private static int FirstWord(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? text.Length : blank;
    }

    [GeneratedRegex(@"^Điều [0-9]+$")]
    private static partial Regex MentionedArticle();
}
