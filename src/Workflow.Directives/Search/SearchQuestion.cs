namespace Workflow.Directives.Search;

/// <summary>
/// What somebody typed into the search box, as words and phrases. Words stand in any order; "…" and words joined without a blank
/// (08-CT/TU) stand together; the last word may be unfinished. Any string is a question; one without letter or digit asks nothing.
/// </summary>
internal sealed record SearchQuestion(IReadOnlyList<SearchPhrase> Phrases)
{
    /// <summary>More words than this add nothing to a search, only work.</summary>
    private const int MostWords = 24;

    private const int LongestText = 400;

    /// <summary>Whether nothing is asked.</summary>
    public bool Empty => Phrases.Count == 0;

    /// <summary>Whether any word was typed with its marks.</summary>
    public bool HasMarks => Phrases.Any(phrase => phrase.Words.Any(word => word.HasMarks));

    /// <summary>Reads what was typed. Never throws.</summary>
    /// <param name="typed">Any string, or null.</param>
    internal static SearchQuestion Of(string? typed)
    {
        var text = typed is null ? "" : typed.Length > LongestText ? typed[..LongestText] : typed;
        var phrases = new List<SearchPhrase>();
        var words = SearchWords.Of(text).Take(MostWords).ToList();
        for (var i = 0; i < words.Count;)
        {
            var next = i + 1;
            while (next < words.Count && Together(text, words[next - 1].End, words[next].Start))
            {
                next++;
            }

            var unfinished = next == words.Count && words[^1].End == text.TrimEnd('\0').Length && !Quoted(text, words[^1].Start);
            phrases.Add(new([.. words[i..next]], unfinished));
            i = next;
        }

        return new(phrases);
    }

    // Inside one pair of quotes, or joined by a sign without any blank.
    private static bool Together(string text, int end, int start)
    {
        var gap = text[end..start];
        return (!gap.Any(char.IsWhiteSpace) && !gap.Any(IsQuote)) || (Quoted(text, start) && !gap.Any(IsQuote));
    }

    private static bool Quoted(string text, int at) => text[..at].Count(IsQuote) % 2 == 1;

    private static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '„' or '«' or '»';
}

/// <summary>Words that stand one after the other.</summary>
/// <param name="Words">One or more.</param>
/// <param name="Unfinished">Whether the last word may go on.</param>
internal sealed record SearchPhrase(IReadOnlyList<SearchWord> Words, bool Unfinished);
