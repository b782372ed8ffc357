namespace Workflow.Web.Pages.Documents;

/// <summary>Whether a line stayed, came or went.</summary>
internal enum LineChange
{
    Same,
    Added,
    Removed,
}

/// <summary>One line of a comparison.</summary>
/// <param name="Change">What happened to it.</param>
/// <param name="Text">The line.</param>
internal sealed record DiffLine(LineChange Change, string Text);

/// <summary>Compares two texts line by line, by their longest common subsequence.</summary>
internal static class LineDiff
{
    /// <summary>Longest text compared line against line; beyond it the middle is shown as replaced, so that a page never takes minutes.</summary>
    private const int MostLines = 2_000;

    public static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        var old = Lines(before);
        var now = Lines(after);
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        return
        [
            .. old[..start].Select(line => new DiffLine(LineChange.Same, line)),
            .. Middle(old[start..^end], now[start..^end]),
            .. old[^end..].Select(line => new DiffLine(LineChange.Same, line)),
        ];
    }

    /// <summary>Only the changed lines and their neighbours; a gap is a null.</summary>
    /// <param name="lines">The whole comparison.</param>
    /// <param name="around">Unchanged lines kept on each side of a change.</param>
    public static IReadOnlyList<DiffLine?> Short(IReadOnlyList<DiffLine> lines, int around = 1)
    {
        var shown = new List<DiffLine?>();
        for (var i = 0; i < lines.Count; i++)
        {
            var near = Enumerable.Range(Math.Max(0, i - around), Math.Min(lines.Count, i + around + 1) - Math.Max(0, i - around))
                .Any(at => lines[at].Change != LineChange.Same);
            if (near)
            {
                shown.Add(lines[i]);
            }
            else if (shown.Count > 0 && shown[^1] is not null)
            {
                shown.Add(null);
            }
        }

        return shown;
    }

    // Blank lines carry no meaning in the plain form of a document.
    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    private static List<DiffLine> Middle(string[] old, string[] now)
    {
        if (old.Length > MostLines || now.Length > MostLines)
        {
            return [.. old.Select(line => new DiffLine(LineChange.Removed, line)), .. now.Select(line => new DiffLine(LineChange.Added, line))];
        }

        var common = Lengths(old, now);
        var lines = new List<DiffLine>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                lines.Add(new DiffLine(LineChange.Same, old[i++]));
                j++;
            }
            else if (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new DiffLine(LineChange.Removed, old[i++]));
            }
            else
            {
                lines.Add(new DiffLine(LineChange.Added, now[j++]));
            }
        }

        return lines;
    }

    private static ushort[,] Lengths(string[] old, string[] now)
    {
        var common = new ushort[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
