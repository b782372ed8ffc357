using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>One line of the text: NFC, without invisible characters and Markdown left-overs, still with its column gaps.</summary>
internal sealed partial class SourceLine
{
    /// <summary>Stands where two Markdown runs touched with nothing between them: <c>THÔNG BÁO**Ý KIẾN</c>.</summary>
    internal const char Seam = '\u0001';

    private SourceLine(int number, string raw)
    {
        Number = number;
        Raw = raw;
        Text = VietnameseText.Collapse(raw.Replace(Seam, ' '));
    }

    /// <summary>Line number from 1.</summary>
    internal int Number { get; }

    /// <summary>Cleaned, with tabs, runs of blanks and <see cref="Seam"/>.</summary>
    internal string Raw { get; }

    /// <summary>Cleaned, white space folded.</summary>
    internal string Text { get; }

    internal bool IsBlank => Text.Length == 0;

    /// <summary>Whether a rule already took the line.</summary>
    internal bool Used { get; set; }

    /// <summary>The columns of the line: pieces parted by a tab or three blanks.</summary>
    internal IEnumerable<string> Cells() => CellsOf(Raw);

    internal static IEnumerable<string> CellsOf(string raw) =>
        ColumnGap().Split(raw.Replace(Seam, ' ')).Select(VietnameseText.Collapse).Where(cell => cell.Length > 0);

    internal static IReadOnlyList<SourceLine> Of(string text) =>
        [.. VietnameseText.Lines(text).Select((line, index) => new SourceLine(index + 1, Clean(line)))];

    /// <summary>Takes invisible characters and Markdown off one line.</summary>
    internal static string Clean(string line)
    {
        var visible = LineBreakTag().Replace(Visible(line), " ");
        if (OnlyMarks().IsMatch(visible))
        {
            return visible.Trim() is "**" or "****" or "__" ? "" : visible;
        }

        var plain = HeadingOrQuote().Replace(visible, "");
        plain = Escape().Replace(plain, "$1");
        if (plain.StartsWith('|'))
        {
            plain = TableRule().IsMatch(plain) ? "-----" : plain.Replace('|', '\t');
        }

        plain = TouchingRuns().Replace(plain, Seam.ToString());
        plain = UnderlineRun().Replace(plain.Replace("**", "", StringComparison.Ordinal), "$1");

        // A letter and its mark may only meet, and so compose, once what stood between them is gone.
        return VietnameseText.Nfc(LoneStar().Replace(plain, "").TrimEnd());
    }

    private static string Visible(string line)
    {
        var visible = new StringBuilder(line.Length);
        foreach (var letter in line)
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.Control:
                    visible.Append(letter == '\t' ? '\t' : ' ');
                    break;
                default:
                    visible.Append(letter);
                    break;
            }
        }

        return visible.ToString();
    }

    [GeneratedRegex(@"\t|\s{3,}")]
    private static partial Regex ColumnGap();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreakTag();

    [GeneratedRegex(@"^[\s*_=–—-]+$")]
    private static partial Regex OnlyMarks();

    [GeneratedRegex(@"^\s*(?:#{1,6}\s+|>\s?)+")]
    private static partial Regex HeadingOrQuote();

    [GeneratedRegex(@"\\([*_#.()>|`-])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^\|[\s|:-]+$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}])\*{2,}(?=[\p{L}\p{N}])")]
    private static partial Regex TouchingRuns();

    [GeneratedRegex(@"(?<![\w_])__(\S(?:[^_]*[^_\s])?)__(?![\w_])")]
    private static partial Regex UnderlineRun();

    // A star with a blank on both sides is the author's (a bullet, a product); one that touches a word is Markdown.
    [GeneratedRegex(@"(?<=\S)\*|\*(?=\S)")]
    private static partial Regex LoneStar();
}
