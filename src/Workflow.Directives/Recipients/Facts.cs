using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Work;

namespace Workflow.Directives.Recipients;

/// <summary>Gathers what the guards of the steps look at.</summary>
internal static class Facts
{
    public static async Task<DirectiveFacts> OfAsync(WorkflowDb db, Directive directive, Revision revision, DateTime now, CancellationToken ct)
    {
        var plan = await RecipientPlan.MakeAsync(db, directive.Id, DocumentReader.Read(revision.Text), WorkingCalendar.LocalDate(now), ct);
        return await OfAsync(db, directive, plan, ct);
    }

    public static async Task<DirectiveFacts> OfAsync(WorkflowDb db, Directive directive, RecipientPlan plan, CancellationToken ct)
    {
        var difference = await RecipientDifference.FindAsync(db, directive, plan, ct);
        return new DirectiveFacts(plan.Unsettled, plan.Recipients.Count, difference is { None: true });
    }
}
