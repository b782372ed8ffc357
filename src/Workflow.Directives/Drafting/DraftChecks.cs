using Workflow.Directives.Citations;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.People;
using Workflow.Directives.Recipients;

namespace Workflow.Directives.Drafting;

/// <summary>Every check of a draft: of its form, and of what it says against what the office knows.</summary>
public static class DraftChecks
{
    /// <summary>Checks a draft; errors come first, then by line.</summary>
    /// <param name="db">The store.</param>
    /// <param name="reader">Who reads the findings; they tell nothing he may not see.</param>
    /// <param name="text">The text.</param>
    /// <param name="document">As read.</param>
    /// <param name="plan">What its recipient lines mean today.</param>
    /// <param name="settings">The office's house style.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<TextFinding>> OfAsync(
        WorkflowDb db, Actor reader, string text, DirectiveDocument document, RecipientPlan plan, FormSettings settings, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var cited = await CitationChecks.OfAsync(db, reader, document, ct);
        return TextRules.Sorted(
            // Whether a body on the list still exists is the directory's to say.
            TextRules.Check(text, document, plan.Day, settings)
                .Where(finding => finding.Rule != "abolished-body" || plan.Lines.All(line => line.Line != finding.Line))
                .Concat(RecipientChecks.Ended(plan))
                .Concat(RecipientChecks.NotReached(document, plan))
                .Concat(cited));
    }
}
