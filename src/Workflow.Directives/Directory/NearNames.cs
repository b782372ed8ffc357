namespace Workflow.Directives.Directory;

/// <summary>Names of the directory that are near a text it does not know: by shared words and by edit distance, marks aside.</summary>
internal static class NearNames
{
    private const int MostSuggestions = 5;
    private const double Near = 0.6;

    /// <summary>At most five suggestions, nearest first. A unit that ended stands for those that took over from it.</summary>
    public static IReadOnlyList<Suggestion> Of(DirectorySnapshot directory, string part, DateOnly at)
    {
        var segments = directory.Segments(part);
        if (segments.Count > 0 && segments.TrueForAll(segment => LineVocabulary.IsBareTerritory([.. segment.Words])))
        {
            return [.. Heads(directory, part, segments, at).Take(MostSuggestions)];
        }

        var wanted = VietnameseFold.Plain(string.Join(' ', segments.SelectMany(segment => segment.Words))).WithoutTones();
        if (wanted.Length == 0)
        {
            return [];
        }

        return [.. directory.Keys()
            .Select(entry => (entry.Key, entry.Entries, Score: Score(wanted, VietnameseFold.Plain(entry.Key).WithoutTones())))
            .Where(entry => entry.Score >= Near)
            .OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => Suggest(directory, part, entry.Entries, at))
            .DistinctBy(suggestion => suggestion.Name)
            .Take(MostSuggestions)];
    }

    /// <summary>"Các xã, phường" says no body: every body the directory has in all those territories is proposed.</summary>
    private static IEnumerable<Suggestion> Heads(DirectorySnapshot directory, string part, List<LineSegment> territories, DateOnly at)
    {
        var proposed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in directory.Groups)
        {
            var words = directory.Segments(group.Name).SelectMany(segment => segment.Words).ToList();
            var head = string.Join(' ', words.Take(LineVocabulary.HeadLength(words)));
            var found = territories.ConvertAll(territory => directory.Lookup($"{head} {territory.Key}"));
            var living = found.SelectMany(entries => entries.Groups).SelectMany(named => directory.MembersOn(named, at))
                .DistinctBy(unit => unit.Id).ToList();
            if (head.Length > 0 && found.TrueForAll(entries => entries.Groups.Count > 0) && living.Count > 0 && proposed.Add(head))
            {
                yield return RecipientProblems.Near(part, string.Join(", ", found.SelectMany(entries => entries.Groups).Select(named => named.Name)), living);
            }
        }
    }

    private static IEnumerable<Suggestion> Suggest(DirectorySnapshot directory, string part, NamedEntries entries, DateOnly at)
    {
        foreach (var unit in entries.Units)
        {
            if (unit.LivesOn(at))
            {
                yield return RecipientProblems.Near(part, unit.Name, [unit]);
            }
            else if (unit.ValidUntil < at && directory.HeirsOf(unit, at) is { Count: > 0 } heirs)
            {
                yield return RecipientProblems.NearEnded(part, unit, heirs);
            }
        }

        foreach (var group in entries.Groups)
        {
            if (directory.MembersOn(group, at) is { Count: > 0 } living)
            {
                yield return RecipientProblems.Near(part, group.Name, living);
            }
        }

        foreach (var post in entries.Posts.Where(post => post.ExistsOn(at)))
        {
            if (directory.HoldersOn(post, at) is { Count: > 0 } holders)
            {
                yield return RecipientProblems.Near(part, post.Name, holders);
            }
        }
    }

    private static double Score(string wanted, string name)
    {
        var longer = Math.Max(wanted.Length, name.Length);
        var atBest = 1.0 - ((double)Math.Abs(wanted.Length - name.Length) / longer);
        var edits = atBest < Near ? 0 : 1.0 - ((double)Distance(wanted, name) / longer);
        var (a, b) = (wanted.Split(' ').ToHashSet(), name.Split(' ').ToHashSet());
        var shared = 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
        return Math.Max(edits, shared);
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[b.Length];
    }

    /// <summary>Takes the tone digits off folded words; a digit that stands alone is a number and stays.</summary>
    private static string WithoutTones(this string folded) =>
        string.Join(' ', folded.Split(' ').Select(word => word.Length > 1 && char.IsLetter(word[^2]) ? word.TrimEnd('1', '2', '3', '4', '5') : word));
}
