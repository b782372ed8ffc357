using Workflow.Directives.Documents;
using Workflow.Directives.Recipients;

namespace Workflow.Directives.Drafting;

/// <summary>Every check of a draft: of its form, and of what it says against what the office knows.</summary>
public static class DraftChecks
{
    /// <summary>Checks a draft; errors come first, then by line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="document">As read.</param>
    /// <param name="plan">What its recipient lines mean today.</param>
    /// <param name="today">The day, Asia/Ho_Chi_Minh.</param>
    public static IReadOnlyList<TextFinding> Check(string text, DirectiveDocument document, RecipientPlan plan, DateOnly today) =>
    [
        .. TextRules.Check(text, document, today)
            .Concat(RecipientChecks.Ended(plan))
            .Concat(RecipientChecks.NotReached(document, plan))
            .OrderBy(finding => finding.Severity == Severity.Error ? 0 : 1)
            .ThenBy(finding => finding.Line),
    ];
}
