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

    private const double SplitPair = 300_000;
    private const double ShortEnd = 1_000;
    private const double ShortestEnd = 0.08;
    private const double Overfull = 1e12;

    /// <summary>More words than any head has are not weighed against each other.</summary>
    private const int MostWeighed = 200;

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
            var (letters, blanks) = (0.0, 0.0);
            for (var end = start; end < words.Count; end++)
            {
                letters += words[end].Width;
                blanks += end == start ? 0 : words[end].Blank;
                var room = (start == 0 ? width - indent : width) - letters - blanks;
                if (room < -Shrink * blanks && end > start)
                {
                    break;
                }

                if (end + 1 < words.Count && words[end + 1].IsBound && end > start)
                {
                    continue;
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
        var greedy = Greedy(words, width);
        if (greedy.Count < 2 || words.Count > MostWeighed)
        {
            return greedy;
        }

        var ends = new double[words.Count + 1];
        for (var i = 0; i < words.Count; i++)
        {
            ends[i + 1] = ends[i] + words[i].Blank + words[i].Width;
        }

        double Cost(int start, int end)
        {
            var wide = ends[end] - ends[start] - words[start].Blank;
            return wide > width || (start > 0 && words[start].IsBound) ? double.PositiveInfinity : Math.Pow(wide - (ends[^1] / greedy.Count), 2);
        }

        return Even(words, greedy.Count, Cost) ?? greedy;
    }

    /// <summary>Lines of ragged text, each as full as it gets.</summary>
    internal static List<List<Word>> Greedy(List<Word> words, double width, double indentOfOthers = 0)
    {
        var lines = new List<List<Word>>();
        var room = 0.0;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var dash = i + 1 < words.Count && words[i + 1].IsBound ? words[i + 1].Blank + words[i + 1].Width : 0;
            if (lines.Count == 0 || word.Blank + word.Width + (word.IsBound ? 0 : dash) > room)
            {
                room = width - (lines.Count == 0 ? 0 : indentOfOthers) + word.Blank;
                lines.Add([]);
            }

            lines[^1].Add(word);
            room -= word.Blank + word.Width;
        }

        return lines;
    }

    private static List<List<Word>>? Even(List<Word> words, int count, Func<int, int, double> costOf)
    {
        var (cost, from) = (new double[count + 1, words.Count + 1], new int[count + 1, words.Count + 1]);
        for (var line = 0; line <= count; line++)
        {
            for (var end = 0; end <= words.Count; end++)
            {
                cost[line, end] = line == 0 && end == 0 ? 0 : double.PositiveInfinity;
                for (var start = 0; line > 0 && start < end; start++)
                {
                    var whole = cost[line - 1, start] + costOf(start, end);
                    if (whole < cost[line, end])
                    {
                        (cost[line, end], from[line, end]) = (whole, start);
                    }
                }
            }
        }

        if (double.IsInfinity(cost[count, words.Count]))
        {
            return null;
        }

        var lines = new List<List<Word>>();
        for (var (line, end) = (count, words.Count); line > 0; (line, end) = (line - 1, from[line, end]))
        {
            lines.Insert(0, words[from[line, end]..end]);
        }

        return lines;
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
