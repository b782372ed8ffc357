using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Tests.Documents;

/// <summary>
/// What "no line is lost" means: the parts stand in line order, each is a piece of its line, and the parts of a line hold each letter
/// and digit exactly as often as the line does. A line that is not blank has at least one part.
/// </summary>
internal static class Coverage
{
    /// <summary>The first thing that is wrong with the parts; null when all is well.</summary>
    internal static string? Fault(string text, DirectiveDocument read)
    {
        var byLine = read.Parts.ToLookup(part => part.Line, part => part);
        var fault = SourceLine.Of(text).Select(line => LineFault(line, [.. byLine[line.Number]])).FirstOrDefault(found => found is not null);
        return fault
            ?? (read.Parts.Zip(read.Parts.Skip(1)).Any(pair => pair.First.Line > pair.Second.Line) ? "parts are out of order" : null)
            ?? read.Parts.Select(PartFault).FirstOrDefault(found => found is not null)
            ?? (read.Unrecognised.SequenceEqual(read.Parts.Where(part => part.Kind == PartKind.Unrecognised).Select(part => (part.Line, part.Text)))
                ? null : "Unrecognised is not what the parts say");
    }

    private static string? LineFault(SourceLine line, IReadOnlyList<SourcePart> parts)
    {
        var isWhole = Letters(line.Text) == Letters(string.Concat(parts.Select(part => part.Text)))
            && parts.All(part => line.Text.Contains(part.Text, StringComparison.Ordinal));
        return !isWhole ? $"line {line.Number}: “{line.Text}” became {string.Join(" | ", parts.Select(part => $"{part.Kind} {part.Text}"))}"
            : parts.Count == 0 && !line.IsBlank ? $"line {line.Number} has no part: “{line.Text}”"
            : null;
    }

    private static string? PartFault(SourcePart part) =>
        part.Confidence is > 0 and <= 1 && part.Confidence < 1 == part.Doubt is not null ? null : $"{part} has a confidence without a doubt";

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Order());
}
