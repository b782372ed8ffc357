using Workflow.Directives.Documents;

namespace Workflow.Web.Pages.Documents;

/// <summary>The list of findings.</summary>
/// <param name="Findings">What was found.</param>
/// <param name="FixesOf">The directive whose drafter may have them mended; null for readers.</param>
internal sealed record FindingsPanel(IReadOnlyList<TextFinding> Findings, Guid? FixesOf = null)
{
    /// <summary>Edits shown of one fix; a text may need the same one on every line.</summary>
    public const int MostEditsShown = 3;

    public int Fixable => FixesOf is null ? 0 : Findings.Count(finding => finding.Fix is not null);
}
