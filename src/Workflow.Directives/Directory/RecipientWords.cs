namespace Workflow.Directives.Directory;

/// <summary>A stretch of a line between two separators: where it stands, and its words folded, abbreviations written out, fillers left out.</summary>
internal sealed record LineSegment(int Start, int End, IReadOnlyList<string> Words)
{
    /// <summary>The words as one key of the directory's index.</summary>
    public string Key => string.Join(' ', Words);
}

/// <summary>
/// Reads a recipient line, or a name in the directory, into words. Both go through here, so that a name is found however it is written.
/// Commas, "và", dashes and slashes part segments; joined segments make one key without them, so names that hold a comma are found too.
/// </summary>
internal static class RecipientWords
{
    private static readonly char[] Ends = ['.', ',', ';', ':', '…', '"', '“', '”', '\'', '’', '(', ')', '}', '{', '*', '•'];

    private static readonly HashSet<string> Fillers = Folded("các", "của", "toàn thể");

    private static readonly string[][] Tails =
        [.. new[] { "trong tỉnh", "toàn tỉnh", "trên địa bàn tỉnh" }.Select(FoldAll)];

    private static readonly string And = VietnameseFold.Word("và");
    private static readonly string Province = VietnameseFold.Word("tỉnh");
    private static readonly string Committee = VietnameseFold.Word("ủy");
    private static readonly string[] Comrade = FoldAll("đồng chí");
    private static readonly string[] Vietnam = FoldAll("việt nam");
    private static readonly string Level = VietnameseFold.Word("cấp");
    private static readonly HashSet<string> LevelsAfter = Folded("tỉnh", "huyện", "xã");

    /// <summary>Folds every blank-separated word.</summary>
    public static string[] FoldAll(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(VietnameseFold.Word)];

    /// <summary>Cuts a line into segments. Segments without any letter or digit are left out; a segment of fillers alone stays, without words.</summary>
    public static List<LineSegment> Segments(string line, IReadOnlyList<string> province, Abbreviations abbreviations)
    {
        var cutter = new Cutter(province, abbreviations);
        var at = 0;
        while (at < line.Length)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < line.Length && !char.IsWhiteSpace(line[end]))
            {
                end++;
            }

            ReadToken(line, at, end, cutter);
            at = end;
        }

        return cutter.Finish();
    }

    private static void ReadToken(string line, int start, int end, Cutter cutter)
    {
        var (from, to) = (start, end);
        while (from < to && Array.IndexOf(Ends, line[from]) >= 0)
        {
            from++;
        }

        while (to > from && Array.IndexOf(Ends, line[to - 1]) >= 0)
        {
            to--;
        }

        if (HasSeparator(line.AsSpan(start, from - start)))
        {
            cutter.Cut();
        }

        if (cutter.Abbreviations.Expand(line[from..to]) is { } words)
        {
            cutter.Add(from, to, words);
        }
        else
        {
            ReadPieces(line, from, to, cutter);
        }

        if (HasSeparator(line.AsSpan(to, end - to)))
        {
            cutter.Cut();
        }
    }

    private static void ReadPieces(string line, int from, int to, Cutter cutter)
    {
        var at = from;
        while (at < to)
        {
            var end = at;
            while (end < to && char.IsLetterOrDigit(line[end]))
            {
                end++;
            }

            if (end == at)
            {
                // "Covid-19" is one name; any other sign inside a token parts two.
                if (line[at] != '.' && !(line[at] == '-' && at + 1 < to && char.IsDigit(line[at + 1])))
                {
                    cutter.Cut();
                }

                at++;
                continue;
            }

            var piece = line[at..end];
            cutter.Add(at, end, cutter.Abbreviations.Expand(piece) is { } words ? words : [VietnameseFold.Word(piece)]);
            at = end;
        }
    }

    private static bool HasSeparator(ReadOnlySpan<char> signs) => signs.IndexOfAny(',', ';', ':') >= 0;

    private static HashSet<string> Folded(params string[] words) =>
        new(words.Select(VietnameseFold.Word), StringComparer.Ordinal);

    /// <summary>Gathers words into segments and cleans each when it ends.</summary>
    private sealed class Cutter(IReadOnlyList<string> province, Abbreviations abbreviations)
    {
        public Abbreviations Abbreviations => abbreviations;

        private readonly List<LineSegment> done = [];
        private List<string> words = [];
        private int start = -1;
        private int end;

        public void Add(int from, int to, string[] folded)
        {
            if (folded is [var only] && only == And)
            {
                Cut();
                return;
            }

            start = start < 0 ? from : start;
            end = to;
            words.AddRange(folded);
        }

        public void Cut()
        {
            if (start >= 0)
            {
                done.Add(new LineSegment(start, end, Clean(words)));
            }

            words = [];
            start = -1;
        }

        public List<LineSegment> Finish()
        {
            Cut();
            return done;
        }

        private List<string> Clean(List<string> all)
        {
            var kept = new List<string>(all.Count);
            for (var at = 0; at < all.Count; at++)
            {
                if (At(all, at, Comrade))
                {
                    at++;
                }
                else if (At(all, at, Vietnam) && at + 2 < all.Count && all[at + 2] == Province)
                {
                    at++;
                }
                else if (province.Count > 0 && kept.Count > 0 && EndsInProvince(kept) && At(all, at, province))
                {
                    at += province.Count - 1;
                }
                else if (!Fillers.Contains(all[at]) && !(all[at] == Level && at + 1 < all.Count && LevelsAfter.Contains(all[at + 1])))
                {
                    kept.Add(all[at]);
                }
            }

            foreach (var tail in Tails)
            {
                if (kept.Count > tail.Length && At(kept, kept.Count - tail.Length, tail))
                {
                    kept.RemoveRange(kept.Count - tail.Length, tail.Length);
                    break;
                }
            }

            return kept;
        }

        private static bool EndsInProvince(List<string> kept) =>
            kept[^1] == Province || (kept.Count > 1 && kept[^2] == Province && kept[^1] == Committee);

        private static bool At(List<string> all, int at, IReadOnlyList<string> words)
        {
            if (at + words.Count > all.Count)
            {
                return false;
            }

            for (var word = 0; word < words.Count; word++)
            {
                if (all[at + word] != words[word])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
