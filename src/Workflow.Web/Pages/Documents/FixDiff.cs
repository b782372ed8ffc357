using System.Text.RegularExpressions;

namespace Workflow.Web.Pages.Documents;

/// <summary>One line before and after a fix, word by word, with only a little of what stays.</summary>
internal static partial class FixDiff
{
    /// <summary>Letters kept of what stays beside a change.</summary>
    private const int Beside = 24;

    private const string Gap = "…";

    /// <summary>The changed words with what stands beside them. A blank that comes or goes is shown as an open box.</summary>
    /// <param name="old">The line before; empty when lines come in.</param>
    /// <param name="now">The line after; empty when it goes.</param>
    public static IReadOnlyList<DiffLine> Of(string old, string now)
    {
        var words = LineDiff.Of(Piled(old), Piled(now)).Select(word => word with { Text = Unpiled(word.Text) }).ToList();
        var runs = new List<DiffLine>();
        foreach (var word in words)
        {
            if (runs.Count > 0 && runs[^1].Change == word.Change)
            {
                runs[^1] = word with { Text = runs[^1].Text + word.Text };
            }
            else
            {
                runs.Add(word);
            }
        }

        return [.. runs.Select((run, i) => run with
        {
            Text = run.Change == LineChange.Same ? Shortened(run.Text, i > 0, i < runs.Count - 1) : Visible(run.Text),
        })];
    }

    // One word, mark or blank a line; the comparison passes blank lines over, so a blank goes as a sign.
    private static string Piled(string line) => string.Join('\n', Piece().Matches(line).Select(piece => piece.Value.Replace(' ', '\u2423')));

    private static string Unpiled(string piece) => piece.Replace('\u2423', ' ');

    private static string Visible(string text) => text.Trim().Length == 0 ? text.Replace(' ', '\u2423') : text;

    private static string Shortened(string text, bool isAfter, bool isBefore)
    {
        var (head, tail) = (isAfter ? Beside : 0, isBefore ? Beside : 0);
        if (text.Length <= head + tail + Gap.Length)
        {
            return text;
        }

        // Cut between words where there is a blank to cut at.
        var from = text.IndexOf(' ', text.Length - tail) is > 0 and var blank && blank < text.Length - 1 && tail > 0 ? blank : text.Length - tail;
        var until = head > 0 && text.LastIndexOf(' ', head) is > 0 and var last ? last : head;
        return string.Concat(text.AsSpan(0, until), Gap, text.AsSpan(from));
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\s|.")]
    private static partial Regex Piece();
}
