using Workflow.Directives.Documents;

namespace Workflow.Web.Pages.Documents;

/// <summary>The list of findings.</summary>
/// <param name="Findings">What was found.</param>
/// <param name="FixesOf">The directive whose drafter may have them mended; null for readers.</param>
/// <param name="Text">The text, for readers who see no lines to go to; null where none is needed.</param>
internal sealed record FindingsPanel(IReadOnlyList<TextFinding> Findings, Guid? FixesOf = null, string? Text = null)
{
    /// <summary>Edits shown of one fix; a text may need the same one on every line.</summary>
    public const int MostEditsShown = 3;

    /// <summary>Letters shown of a line, and before the place that is meant.</summary>
    private const int LongestExcerpt = 64;
    private const int Before = 24;

    private readonly string[] lines = (Text ?? "").Split('\n');

    public int Fixable => FixesOf is null ? 0 : Findings.Count(finding => finding.Fix is not null);

    /// <summary>The words a finding is about; null when it is about the whole.</summary>
    public string? ExcerptOf(TextFinding finding)
    {
        if (finding.Line < 1 || finding.Line > lines.Length || lines[finding.Line - 1].Trim() is not { Length: > 0 } line)
        {
            return null;
        }

        var from = Math.Clamp((finding.Span?.Start ?? 0) - Before, 0, Math.Max(0, line.Length - LongestExcerpt));
        from = from == 0 ? 0 : line.IndexOf(' ', from) is > 0 and var blank && blank + 1 < line.Length ? blank + 1 : from;
        var length = Math.Min(LongestExcerpt, line.Length - from);
        return $"{(from > 0 ? "… " : "")}{line.Substring(from, length)}{(from + length < line.Length ? "…" : "")}";
    }
}
