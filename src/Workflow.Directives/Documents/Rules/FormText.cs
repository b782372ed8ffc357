using System.Collections.Immutable;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Rules;

/// <summary>What the rules look at: the text line by line, what was read in it, and the form it is held to.</summary>
internal sealed class FormText
{
    private readonly ILookup<int, SourcePart> parts;

    internal FormText(string text, DirectiveDocument document, DateOnly today, FormSettings settings)
    {
        Document = document;
        Today = today;
        Day = document.Date ?? today;
        Raw = VietnameseText.Lines(text);
        Lines = SourceLine.Of(text);
        Profile = FormProfiles.For(document, Day, settings);
        parts = document.Parts.ToLookup(part => part.Line);
    }

    internal DirectiveDocument Document { get; }

    /// <summary>The lines in NFC as an editor counts them, blanks and Markdown and all.</summary>
    internal IReadOnlyList<string> Raw { get; }

    /// <summary>The same lines as the reader sees them.</summary>
    internal IReadOnlyList<SourceLine> Lines { get; }

    internal DateOnly Today { get; }

    /// <summary>The date the document bears, or today.</summary>
    internal DateOnly Day { get; }

    internal FormProfile Profile { get; }

    /// <summary>Whether it is still to be numbered: the symbol is there with a gap before it.</summary>
    internal bool IsDraft => Document.Number is null && Document.Symbol is not null;

    /// <summary>The line that holds a piece as one of these kinds; 0 when none does.</summary>
    internal int LineOf(string piece, params ReadOnlySpan<PartKind> kinds)
    {
        foreach (var part in Document.Parts)
        {
            if (kinds.Contains(part.Kind) && part.Text.Contains(piece, StringComparison.Ordinal))
            {
                return part.Line;
            }
        }

        return Lines.LastOrDefault(line => line.Text.Contains(piece, StringComparison.Ordinal))?.Number ?? 0;
    }

    /// <summary>The first line with a piece of this kind; 0 when there is none.</summary>
    internal int FirstLine(PartKind kind) => Document.Parts.FirstOrDefault(part => part.Kind == kind)?.Line ?? 0;

    /// <summary>Whether a line holds nothing but pieces of these kinds, and reads as it was typed: no Markdown, nothing invisible.</summary>
    internal bool IsOnly(int line, params ReadOnlySpan<PartKind> kinds)
    {
        var any = false;
        foreach (var part in parts[line])
        {
            any = true;
            if (!kinds.Contains(part.Kind))
            {
                return false;
            }
        }

        return any && Lines[line - 1].Text == VietnameseText.Collapse(Raw[line - 1]);
    }

    internal TextSpan? SpanOf(int line, string piece)
    {
        var at = line > 0 && piece.Length > 0 ? Raw[line - 1].IndexOf(piece, StringComparison.Ordinal) : -1;
        return at < 0 ? null : new(at, piece.Length);
    }

    /// <summary>A fix that puts one piece of a line in place of another; null unless the line holds it exactly once.</summary>
    internal TextFix? Replace(int line, string old, string changed)
    {
        var raw = line > 0 ? Raw[line - 1] : "";
        var at = raw.IndexOf(old, StringComparison.Ordinal);
        return at < 0 || old == changed || raw.IndexOf(old, at + 1, StringComparison.Ordinal) >= 0
            ? null
            : TextFix.OfLine(line, raw, string.Concat(raw.AsSpan(0, at), changed, raw.AsSpan(at + old.Length)));
    }

    /// <summary>One finding for all lines that a mending changes, with the fix for all of them; null when it changes none.</summary>
    internal TextFinding? Sweep(string rule, IEnumerable<int> lines, Func<string, string> mend, Func<string, string> where, string vietnamese, string english)
    {
        var edits = lines.Select(line => (line, old: Raw[line - 1], mended: mend(Raw[line - 1]))).Where(one => one.mended != one.old)
            .Select(one => new LineEdit(one.line, one.old, [one.mended])).ToImmutableArray();
        if (edits.IsEmpty)
        {
            return null;
        }

        var more = edits.Length == 1 ? ("", "") : ($" ({edits.Length} dòng)", $" ({edits.Length} lines)");
        return new(rule, Severity.Warning, edits[0].Line, vietnamese + more.Item1 + ".", english + more.Item2 + ".")
        {
            Span = SpanOf(edits[0].Line, where(edits[0].Old!)),
            Fix = new(edits),
        };
    }
}
