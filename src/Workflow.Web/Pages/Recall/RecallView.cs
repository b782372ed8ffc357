using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Recall;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Recall;

using Recall = Workflow.Directives.Recall.Recall;

/// <summary>A unit's answer to a recall, as the office reads it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Answer">Its answer, or null while it has not answered.</param>
internal sealed record RecallLine(string Unit, RecallAnswer? Answer);

/// <summary>A recall as the office sees it.</summary>
/// <param name="Recall">The recall.</param>
/// <param name="Replacement">Number of the document in its place, or null.</param>
/// <param name="Lines">What each unit answered; empty while it is only proposed.</param>
/// <param name="Decides">Whether the visitor may decide on it.</param>
internal sealed record RecallView(Recall Recall, string? Replacement, IReadOnlyList<RecallLine> Lines, bool Decides)
{
    public static async Task<RecallView?> LoadAsync(Visit visit, Directive directive, CancellationToken ct)
    {
        var db = visit.Db;
        if (await db.Set<Recall>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == directive.Id && one.DeclinedAt == null, ct) is not { } recall)
        {
            return null;
        }

        var lines = recall.AgreedAt is null ? [] : await (
            from delivery in db.Set<Delivery>().AsNoTracking()
            where delivery.DirectiveId == directive.Id
            join answer in db.Set<RecallAnswer>() on delivery.Id equals answer.DeliveryId into answers
            from answer in answers.DefaultIfEmpty()
            orderby delivery.Order
            select new RecallLine(delivery.UnitName, answer)).ToListAsync(ct);
        var replacement = await db.Set<RegisterNumber>().Where(one => one.DirectiveId == recall.ReplacedBy && one.VoidedAt == null)
            .Select(one => one.Symbol).SingleOrDefaultAsync(ct);
        var decides = recall.AgreedAt is null && recall.ProposedBy != visit.Actor.PersonId
            && visit.May(Right.ApproveRecall);
        return new RecallView(recall, replacement, lines, decides);
    }
}
