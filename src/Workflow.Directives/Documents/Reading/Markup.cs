using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>What programs leave in a text that is no part of it: Markdown, invisible characters.</summary>
internal static partial class Markup
{
    private const int DeepestHeading = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_#><\\|&");

    /// <summary>Takes invisible characters and Markdown off one line.</summary>
    internal static string Clean(string line)
    {
        if (!line.AsSpan().ContainsAny(Marks) && !HasInvisible(line))
        {
            return line.TrimEnd();
        }

        var visible = Visible(Html(line));
        if (OnlyMarks().IsMatch(visible))
        {
            return visible.Trim() is "**" or "****" or "__" ? "" : visible;
        }

        var plain = visible[HeadingAndQuoteMarks(visible)..];
        plain = Escape().Replace(plain, "$1");
        if (plain.StartsWith('|'))
        {
            plain = TableRule().IsMatch(plain) ? "-----" : plain.Replace('|', '\t');
        }

        plain = TouchingRuns().Replace(plain, SourceLine.Seam.ToString());
        plain = UnderlineRun().Replace(plain.Replace("**", "", StringComparison.Ordinal), "$1");

        // A letter and its mark may only meet, and so compose, once what stood between them is gone.
        return VietnameseText.Nfc(LoneStar().Replace(plain, "").TrimEnd());
    }

    // How many characters in front are heading signs (one to six and a blank) and quote signs, nested or not.
    private static int HeadingAndQuoteMarks(string line)
    {
        var taken = 0;
        for (var at = Skip(line, 0, ' '); at < line.Length;)
        {
            var signs = Skip(line, at, '#');
            var next = line[at] == '>' ? at + 1 : signs - at is >= 1 and <= DeepestHeading && Skip(line, signs, ' ') > signs ? signs : at;
            if (next == at)
            {
                break;
            }

            taken = at = Skip(line, next, ' ');
        }

        return taken;
    }

    private static int Skip(string line, int at, char letter)
    {
        while (at < line.Length && (line[at] == letter || (letter == ' ' && char.IsWhiteSpace(line[at]))))
        {
            at++;
        }

        return at;
    }

    private static bool HasInvisible(string line)
    {
        foreach (var letter in line)
        {
            if (letter is < ' ' and not '\t'
                || (letter > '~' && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control))
            {
                return true;
            }
        }

        return false;
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

    // A break parts what stood on lines or in cells of their own, so it becomes a gap between columns.
    private static string Html(string line) => !line.AsSpan().ContainsAny('<', '&') ? line
        : Entity().Replace(Tag().Replace(BreakTag().Replace(line, "\t"), ""), match => match.Groups["name"].Value switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            _ => " ",
        });

    [GeneratedRegex(@"<(?:br|/?p|/?div|/?td|/?th|/?tr|/?li)(?: [^<>]{0,200})?\s?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BreakTag();

    [GeneratedRegex(@"</?(?:b|i|u|em|strong|span|font|sup|sub|table|tbody|ul|ol|center|a)(?: [^<>]{0,200})?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&(?<name>nbsp|#160|amp|lt|gt|quot);")]
    private static partial Regex Entity();

    [GeneratedRegex(@"^[\s*_=–—-]+$")]
    private static partial Regex OnlyMarks();

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
