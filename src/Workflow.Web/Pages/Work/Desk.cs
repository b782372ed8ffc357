using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Work;

/// <summary>One line of the work list.</summary>
internal sealed record WorkLine(
    Guid ItemId, Guid DirectiveId, string Kind, string Step, string TemplateKey, string Subject, Urgency Urgency, DateTime? DueAt,
    DateTime? DoneAt, Guid UnitId)
{
    /// <summary>Where the task is done.</summary>
    public string Href => DoneAt is null ? HrefOf(ItemId, DirectiveId, Kind) : $"/directives/{DirectiveId}";

    public static string HrefOf(Guid itemId, Guid directiveId, string kind) => kind switch
    {
        SignStep.Kind => $"/directives/{directiveId}/sign",
        ReviseStep.Kind => $"/directives/{directiveId}/draft",
        _ => $"/work/{itemId}",
    };
}

/// <summary>How many tasks wait, by how near their deadline is. Counted by the same query as the list.</summary>
internal sealed record WorkCounts(int Late, int Today, int Soon, int Later)
{
    public int All => Late + Today + Soon + Later;
}

/// <summary>A person's tasks: the one query behind the list, its counters and the figure in the navigation.</summary>
internal static class WorkQueries
{
    /// <summary>Most lines on one page; the counters still tell all.</summary>
    public const int MostLines = 100;

    private const int SoonDays = 3;

    /// <summary>The tasks of a tab.</summary>
    /// <param name="visit">Whose tasks.</param>
    /// <param name="tab">mine, open, done, or null for everything still to do.</param>
    public static IQueryable<WorkItem> Work(this Visit visit, string? tab)
    {
        var me = visit.Actor.PersonId;
        var all = visit.Db.WorkOfferedTo(visit.Actor).AsNoTracking();
        var open = all.Where(item => item.CompletedAt == null && item.WithdrawnAt == null);
        return tab switch
        {
            "mine" => open.Where(item => item.PersonId == me),
            "open" => open.Where(item => item.PersonId == null),
            "done" => all.Where(item => item.CompletedBy == me),
            _ => open,
        };
    }

    public static async Task<WorkCounts> CountWorkAsync(this Visit visit, string? tab, CancellationToken ct)
    {
        var (now, tonight, soon) = Limits(visit);
        var counts = await visit.Work(tab).GroupBy(_ => 1).Select(all => new
        {
            Late = all.Count(item => item.DueAt < now),
            Today = all.Count(item => item.DueAt >= now && item.DueAt < tonight),
            Soon = all.Count(item => item.DueAt >= tonight && item.DueAt < soon),
            All = all.Count(),
        }).SingleOrDefaultAsync(ct);
        return counts is null
            ? new WorkCounts(0, 0, 0, 0)
            : new WorkCounts(counts.Late, counts.Today, counts.Soon, counts.All - counts.Late - counts.Today - counts.Soon);
    }

    public static async Task<IReadOnlyList<WorkLine>> ListWorkAsync(this Visit visit, string? tab, string? due, CancellationToken ct)
    {
        var rows = Due(visit, visit.Work(tab), due)
            .Join(visit.Db.Set<Directive>(), item => item.DirectiveId, directive => directive.Id, (item, directive) => new { item, directive });
        rows = tab == "done"
            ? rows.OrderByDescending(row => row.item.CompletedAt)
            : rows.OrderByDescending(row => row.directive.Urgency)
                .ThenBy(row => row.item.DueAt == null).ThenBy(row => row.item.DueAt).ThenBy(row => row.item.OfferedAt);
        return await rows.Take(MostLines)
            .Select(row => new WorkLine(
                row.item.Id, row.directive.Id, row.item.Kind, row.item.Step, row.directive.TemplateKey, row.directive.Subject,
                row.directive.Urgency, row.item.DueAt, row.item.CompletedAt, row.directive.DrafterUnitId))
            .ToListAsync(ct);
    }

    private static IQueryable<WorkItem> Due(Visit visit, IQueryable<WorkItem> items, string? due)
    {
        var (now, tonight, soon) = Limits(visit);
        return due switch
        {
            "late" => items.Where(item => item.DueAt < now),
            "today" => items.Where(item => item.DueAt >= now && item.DueAt < tonight),
            "soon" => items.Where(item => item.DueAt >= tonight && item.DueAt < soon),
            "later" => items.Where(item => item.DueAt == null || item.DueAt >= soon),
            _ => items,
        };
    }

    private static (DateTime Now, DateTime Tonight, DateTime Soon) Limits(Visit visit)
    {
        var tonight = SpokenTime.EndOfToday(visit.Now);
        return (visit.Now, tonight, tonight.AddDays(SoonDays));
    }
}
