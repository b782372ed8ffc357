namespace Workflow.Directives.Documents.Layout;

/// <summary>
/// Where the lines of a paragraph end: all of them weighed together, so that blanks are as even as the words admit (after Knuth and
/// Plass, "Breaking Paragraphs into Lines", 1981). Vietnamese breaks at blanks only.
/// </summary>
internal static class LineBreaking
{
    /// <summary>How far a blank may give and, at unit badness, take, as parts of its width.</summary>
    private const double Shrink = 0.2;
    private const double Stretch = 0.5;

    /// <summary>A line whose blanks would be wider by more than this, in blanks, stays ragged.</summary>
    private const double WidestBlank = 2.5;

    private const double SplitPair = 2_000;
    private const double ShortEnd = 1_000;
    private const double ShortestEnd = 0.08;
    private const double Overfull = 1e12;

    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "điều", "khoản", "điểm", "số", "ngày", "tháng", "năm", "chương", "mục", "phần", "quý", "trang",
    };

    /// <summary>A line: its words, and how much wider each of its blanks is.</summary>
    internal sealed record Line(List<Word> Words, double Wider);

    /// <summary>Lines of a justified paragraph; the last is left as it is.</summary>
    /// <param name="words">The words.</param>
    /// <param name="width">Width of a line.</param>
    /// <param name="indent">How far the first line stands in.</param>
    internal static List<Line> Justified(List<Word> words, double width, double indent)
    {
        var (cost, from) = (new double[words.Count + 1], new int[words.Count + 1]);
        Array.Fill(cost, double.PositiveInfinity);
        cost[0] = 0;
        for (var start = 0; start < words.Count; start++)
        {
            var natural = 0.0;
            for (var end = start; end < words.Count; end++)
            {
                natural += words[end].Width + (end == start ? 0 : words[end].Blank);
                var (blanks, room) = (Blanks(words, start, end), (start == 0 ? width - indent : width) - natural);
                if (room < -Shrink * blanks && end > start)
                {
                    break;
                }

                var whole = cost[start] + Demerits(words, end, room, blanks, width);
                if (whole < cost[end + 1])
                {
                    (cost[end + 1], from[end + 1]) = (whole, start);
                }
            }
        }

        return Lines(words, from, width, indent);
    }

    /// <summary>Lines of centred text, as few as will do and as even as can be.</summary>
    internal static List<List<Word>> Balanced(List<Word> words, double width)
    {
        var fewest = Greedy(words, width).Count;
        if (fewest < 2)
        {
            return [words];
        }

        var even = Words.Width(words) / fewest;
        var (cost, from) = (new double[fewest + 1, words.Count + 1], new int[fewest + 1, words.Count + 1]);
        for (var line = 0; line <= fewest; line++)
        {
            for (var end = 0; end <= words.Count; end++)
            {
                cost[line, end] = line == 0 && end == 0 ? 0 : double.PositiveInfinity;
                for (var start = 0; line > 0 && start < end; start++)
                {
                    var wide = Words.Width(words[start..end]);
                    var whole = cost[line - 1, start] + (wide > width && end > start + 1 ? double.PositiveInfinity : Math.Pow(wide - even, 2));
                    if (whole < cost[line, end])
                    {
                        (cost[line, end], from[line, end]) = (whole, start);
                    }
                }
            }
        }

        var lines = new List<List<Word>>();
        for (var (line, end) = (fewest, words.Count); line > 0; (line, end) = (line - 1, from[line, end]))
        {
            lines.Insert(0, words[from[line, end]..end]);
        }

        return lines;
    }

    /// <summary>Lines of ragged text, each as full as it gets.</summary>
    internal static List<List<Word>> Greedy(List<Word> words, double width, double indentOfOthers = 0)
    {
        var lines = new List<List<Word>>();
        var room = 0.0;
        foreach (var word in words)
        {
            if (lines.Count == 0 || word.Blank + word.Width > room)
            {
                room = width - (lines.Count == 0 ? 0 : indentOfOthers) + word.Blank;
                lines.Add([]);
            }

            lines[^1].Add(word);
            room -= word.Blank + word.Width;
        }

        return lines;
    }

    private static double Blanks(List<Word> words, int start, int end)
    {
        var sum = 0.0;
        for (var i = start + 1; i <= end; i++)
        {
            sum += words[i].Blank;
        }

        return sum;
    }

    private static double Demerits(List<Word> words, int end, double room, double blanks, double width)
    {
        if (end == words.Count - 1)
        {
            var ratio = room < 0 && blanks > 0 ? room / (Shrink * blanks) : 0;
            var bad = 100 * Math.Pow(Math.Abs(ratio), 3);
            return Math.Pow(1 + bad, 2) + (width - room < ShortestEnd * width ? ShortEnd : 0) + (room < 0 && blanks == 0 ? Overfull : 0);
        }

        var pull = blanks == 0 ? Math.Abs(room) / width * 10 : Math.Abs(room) / ((room < 0 ? Shrink : Stretch) * blanks);
        var pair = BeforeNumbers.Contains(words[end].Text) && char.IsDigit(words[end + 1].Text[0]) ? SplitPair : 0;
        return Math.Pow(1 + (100 * Math.Pow(pull, 3)), 2) + pair + (room < 0 && blanks == 0 ? Overfull : 0);
    }

    private static List<Line> Lines(List<Word> words, int[] from, double width, double indent)
    {
        var lines = new List<Line>();
        for (var end = words.Count; end > 0; end = from[end])
        {
            var start = from[end];
            var line = words[start..end];
            var room = (start == 0 ? width - indent : width) - Words.Width(line);
            var count = line.Skip(1).Count(word => word.Blank > 0);
            var wider = count == 0 ? 0 : room / count;
            var widest = line.Count > 1 ? WidestBlank * line[^1].Blank : 0;
            lines.Insert(0, new(line, (end == words.Count && room > 0) || wider > widest ? 0 : wider));
        }

        return lines;
    }
}
