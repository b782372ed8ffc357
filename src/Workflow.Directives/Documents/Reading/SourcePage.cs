using System.Collections.Immutable;

namespace Workflow.Directives.Documents.Reading;

/// <summary>All lines of a text and what no rule could place.</summary>
internal sealed class SourcePage(IReadOnlyList<SourceLine> lines)
{
    private readonly List<(int Line, string Text)> unrecognised = [];

    internal IReadOnlyList<SourceLine> Lines { get; } = lines;

    internal int Count => Lines.Count;

    internal SourceLine this[int index] => Lines[index];

    internal static SourcePage Of(string text) => new(SourceLine.Of(text));

    /// <summary>Indices in [from, to) of lines with text that no rule took yet.</summary>
    internal IEnumerable<int> Open(int from, int to)
    {
        for (var i = Math.Max(from, 0); i < Math.Min(to, Count); i++)
        {
            if (!Lines[i].IsBlank && !Lines[i].Used)
            {
                yield return i;
            }
        }
    }

    /// <summary>Keeps what a line held besides the part a rule took.</summary>
    internal void LeaveOver(int line, string text)
    {
        if (text.Length > 0)
        {
            unrecognised.Add((line, text));
        }
    }

    /// <summary>Everything left: pieces left over by rules and lines that no rule took.</summary>
    internal ImmutableArray<(int Line, string Text)> Unrecognised() =>
    [
        .. unrecognised
            .Concat(Open(0, Count).Select(i => (Line: Lines[i].Number, Lines[i].Text)))
            .OrderBy(left => left.Line),
    ];
}
