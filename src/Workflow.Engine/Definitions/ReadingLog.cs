namespace Workflow.Engine;

/// <summary>The problems found so far in one file.</summary>
internal sealed class ReadingLog(string file)
{
    private readonly List<DefinitionProblem> problems = [];

    internal IReadOnlyList<DefinitionProblem> Problems => problems;

    internal void Add(string path, string? activityId, string rule, string message, string remedy) =>
        problems.Add(new DefinitionProblem(file, path, activityId, rule, message, remedy));

    /// <summary>The known word closest to a misspelt one, as the remedy; else all of them.</summary>
    internal static string Nearest(string word, IEnumerable<string> known)
    {
        var words = known.Distinct(StringComparer.Ordinal).ToList();
        var best = words.MinBy(w => Distance(word.ToUpperInvariant(), w.ToUpperInvariant()));
        if (best is not null && Distance(word.ToUpperInvariant(), best.ToUpperInvariant()) <= Math.Max(2, word.Length / 3))
        {
            return $"Nearest: \"{best}\".";
        }

        return words.Count == 0 ? "There is none to choose from." : $"Choose from {string.Join(", ", words.Select(w => $"\"{w}\""))}.";
    }

    /// <summary>Edits between two words (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var k = 1; k <= b.Length; k++)
            {
                (diagonal, row[k]) = (row[k], Math.Min(Math.Min(row[k], row[k - 1]) + 1, diagonal + (a[i - 1] == b[k - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
