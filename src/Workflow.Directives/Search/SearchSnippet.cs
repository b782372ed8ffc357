namespace Workflow.Directives.Search;

/// <summary>A stretch of a text shown with a result.</summary>
/// <param name="Text">The stretch.</param>
/// <param name="Hit">Whether it is what was searched for.</param>
public sealed record SnippetPart(string Text, bool Hit);

/// <summary>Finds the place of a text that answers a question best, and marks the words there.</summary>
internal static class SearchSnippet
{
    private const int Before = 60;
    private const int Whole = 240;
    private const int LongestJump = 20;

    /// <summary>The stretch with most of the words, with an ellipsis where text was left out; empty when none is in the text.</summary>
    internal static IReadOnlyList<SnippetPart> Of(string text, SearchQuestion question)
    {
        var hits = Hits(text, question);
        if (hits.Count == 0)
        {
            return [];
        }

        var best = hits.MaxBy(hit => (Distinct(hits, hit.Start), hit.Weight, -hit.Start));
        var start = AtWord(text, Math.Max(0, best.Start - Before));
        var end = Math.Min(text.Length, start + Whole);
        while (end < text.Length && end - start < Whole + LongestJump && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return Parts(text, start, end, hits);
    }

    /// <summary>A whole short text, such as a subject, with the words marked.</summary>
    internal static IReadOnlyList<SnippetPart> Marked(string text, SearchQuestion question) => Parts(text, 0, text.Length, Hits(text, question));

    private static List<(int Start, int End, string Word, int Weight)> Hits(string text, SearchQuestion question)
    {
        var hits = new List<(int Start, int End, string Word, int Weight)>();
        var words = SearchWords.Of(text);
        foreach (var phrase in question.Phrases)
        {
            for (var at = 0; at + phrase.Words.Count <= words.Count; at++)
            {
                if (Stands(words, at, phrase, marked: false))
                {
                    var (first, last) = (words[at], words[at + phrase.Words.Count - 1]);
                    var weight = phrase.Words.Count + (Stands(words, at, phrase, marked: true) ? 1 : 0);
                    hits.Add((first.Start, last.End, phrase.Words[0].Plain, weight));
                }
            }
        }

        // Where the marks as typed are in the text, the same letters with other marks are not what was meant.
        var most = hits.GroupBy(hit => hit.Word).ToDictionary(same => same.Key, same => same.Max(hit => hit.Weight));
        hits.RemoveAll(hit => hit.Weight < most[hit.Word]);
        hits.Sort((left, right) => left.Start.CompareTo(right.Start));
        return hits;
    }

    private static bool Stands(List<SearchWord> words, int at, SearchPhrase phrase, bool marked)
    {
        for (var i = 0; i < phrase.Words.Count; i++)
        {
            var (asked, found) = (phrase.Words[i], words[at + i]);
            var goesOn = phrase.Unfinished && i == phrase.Words.Count - 1;
            var (want, have) = marked ? (asked.Marked, found.Marked) : (asked.Plain, found.Plain);
            if (goesOn ? !have.StartsWith(want, StringComparison.Ordinal) : have != want)
            {
                return false;
            }
        }

        return true;
    }

    private static int Distinct(List<(int Start, int End, string Word, int Weight)> hits, int start) =>
        hits.Where(hit => hit.Start >= start && hit.Start < start + Whole - Before).Select(hit => hit.Word).Distinct().Count();

    private static int AtWord(string text, int at)
    {
        for (var to = at; at > 0 && to < at + LongestJump && to < text.Length; to++)
        {
            if (char.IsWhiteSpace(text[to]))
            {
                return to + 1;
            }
        }

        return at;
    }

    private static List<SnippetPart> Parts(string text, int start, int end, List<(int Start, int End, string Word, int Weight)> hits)
    {
        var parts = new List<SnippetPart>();
        var at = start;
        Add(start > 0 ? "…" : "", false);
        foreach (var hit in hits.Where(hit => hit.Start >= start && hit.End <= end))
        {
            if (hit.Start >= at)
            {
                Add(text[at..hit.Start], false);
                Add(text[hit.Start..hit.End], true);
                at = hit.End;
            }
        }

        Add(text[at..end] + (end < text.Length ? "…" : ""), false);
        return parts;

        void Add(string stretch, bool hit)
        {
            if (stretch.Length > 0)
            {
                parts.Add(new(stretch, hit));
            }
        }
    }
}
