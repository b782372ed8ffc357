using System.Collections.Immutable;

namespace Workflow.Directives.Documents;

/// <summary>
/// A change of a text that mends a finding and nothing else. It is offered, never made by itself. Applying one also puts the text into
/// NFC with LF line ends, as storing does; that alone is a fix without edits.
/// </summary>
/// <param name="Edits">The lines that change, each once, in line order.</param>
public sealed record TextFix(ImmutableArray<LineEdit> Edits)
{
    /// <summary>A fix of one line.</summary>
    /// <param name="line">Line from 1.</param>
    /// <param name="old">The line in NFC.</param>
    /// <param name="changed">What it becomes.</param>
    public static TextFix OfLine(int line, string old, string changed) => new([new(line, old, [changed])]);

    /// <summary>Compares the edits one by one.</summary>
    /// <param name="other">The other fix.</param>
    public bool Equals(TextFix? other) => other is not null && Edits.SequenceEqual(other.Edits);

    /// <inheritdoc/>
    public override int GetHashCode() => Edits.Length == 0 ? 0 : HashCode.Combine(Edits.Length, Edits[0]);
}

/// <summary>What one line becomes.</summary>
/// <param name="Line">Line from 1 in the text before the change.</param>
/// <param name="Old">The line in NFC; null when <paramref name="New"/> is put in before it.</param>
/// <param name="New">The lines that stand there afterwards; empty when the line is taken out.</param>
public sealed record LineEdit(int Line, string? Old, ImmutableArray<string> New)
{
    /// <summary>Compares the lines one by one.</summary>
    /// <param name="other">The other edit.</param>
    public bool Equals(LineEdit? other) => other is not null && Line == other.Line && Old == other.Old && New.SequenceEqual(other.New);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Line, Old, New.Length);
}

/// <summary>Makes the changes that fixes propose.</summary>
public static class TextFixes
{
    /// <summary>Mending one place may uncover the next, as a blank behind a mended mark; longer chains do not exist.</summary>
    private const int MostRounds = 12;

    /// <summary>Makes one change.</summary>
    /// <param name="text">The text for which the fix was proposed.</param>
    /// <param name="fix">The fix.</param>
    /// <returns>The text in NFC with LF line ends; null when a line is no longer as the fix knew it.</returns>
    public static string? Apply(string text, TextFix fix)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fix);
        var lines = VietnameseText.Lines(text).ToList();
        foreach (var edit in fix.Edits.Reverse())
        {
            if (edit.Line < 1 || edit.Line > lines.Count || (edit.Old is not null && lines[edit.Line - 1] != edit.Old))
            {
                return null;
            }

            if (edit.Old is not null)
            {
                lines.RemoveAt(edit.Line - 1);
            }

            lines.InsertRange(edit.Line - 1, edit.New);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Makes every change that a check proposes, and those that only then come to light, until none is left.</summary>
    /// <param name="text">The text.</param>
    /// <param name="check">The check, run anew after each round.</param>
    /// <param name="wanted">Which findings to mend; null for all.</param>
    /// <returns>The mended text; the text itself where nothing can be mended.</returns>
    public static string ApplyAll(string text, Func<string, IReadOnlyList<TextFinding>> check, Func<TextFinding, bool>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(check);
        for (var round = 0; round < MostRounds; round++)
        {
            var fixes = Apart(check(text).Where(finding => finding.Fix is not null && wanted?.Invoke(finding) != false).Select(finding => finding.Fix!));
            var changed = fixes is null ? null : Apply(text, fixes);
            if (changed is null || changed == text)
            {
                return text;
            }

            text = changed;
        }

        return text;
    }

    // Fixes that touch the same line wait for the next round, when they are worked out for what the line has become.
    private static TextFix? Apart(IEnumerable<TextFix> fixes)
    {
        var taken = new HashSet<int>();
        var edits = new List<LineEdit>();
        var any = false;
        foreach (var fix in fixes.Where(fix => fix.Edits.All(edit => !taken.Contains(edit.Line))))
        {
            any = true;
            edits.AddRange(fix.Edits);
            taken.UnionWith(fix.Edits.Select(edit => edit.Line));
        }

        return any ? new([.. edits.OrderBy(edit => edit.Line)]) : null;
    }
}
