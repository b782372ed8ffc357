using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Recipients;
using Workflow.Web.Pages.Documents;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>What the machine reads in a text that may still be in the typing: findings, recipients, the page.</summary>
/// <param name="Document">The parts.</param>
/// <param name="Findings">What the form rules say.</param>
/// <param name="Plan">What the recipient lines mean today.</param>
/// <param name="Html">The page.</param>
internal sealed record DraftReading(DirectiveDocument Document, IReadOnlyList<TextFinding> Findings, RecipientPlan Plan, string Html)
{
    /// <summary>Longer texts are refused when saved; there is no use in reading them.</summary>
    private const int Longest = 1_100_000;

    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Findings.Count - Errors;

    /// <summary>Reads what was typed; while nothing was, what the view has read already.</summary>
    public static async Task<DraftReading> OfAsync(Visit visit, DirectiveView view, string? typed, CancellationToken ct)
    {
        if (typed is null && !view.Final)
        {
            return new DraftReading(view.Document, view.Findings, view.Meaning, PageHtml.OfDraft(view.Document));
        }

        typed ??= view.Revision.Text;
        var today = WorkingCalendar.LocalDate(visit.Now);
        var text = typed.Length > Longest ? typed[..Longest] : typed;
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var document = DocumentReader.Read(text);
        var plan = await RecipientPlan.MakeAsync(visit.Db, view.Directive.Id, document, today, ct);
        return new DraftReading(document, await DraftChecks.OfAsync(visit.Db, visit.Actor, text, document, plan, visit.Form, ct), plan, PageHtml.OfDraft(document));
    }
}

/// <summary>The panel of recipients.</summary>
/// <param name="DirectiveId">Whose recipients.</param>
/// <param name="Plan">What the lines mean.</param>
/// <param name="Settle">Whether the reader may settle doubtful lines.</param>
/// <param name="UnitNames">Names to choose from.</param>
/// <param name="Difference">How the units differ from those agreed to; null when there is nothing to compare with.</param>
/// <param name="Frozen">Whether the document is issued, so that the difference is for information only.</param>
internal sealed record RecipientPanel(
    Guid DirectiveId, RecipientPlan Plan, bool Settle, IReadOnlyList<string> UnitNames, RecipientDifference? Difference = null, bool Frozen = false);
