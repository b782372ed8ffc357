using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Dissemination;

using Acknowledgment = Workflow.Directives.Acknowledgment.Acknowledgment;

/// <summary>One unit's line on the board.</summary>
/// <param name="Delivery">The unit's copy.</param>
/// <param name="Receipt">Its receipt, or null.</param>
/// <param name="Refusal">Its refusal, or null.</param>
/// <param name="Bucket">Which stretch of the bar counts it.</param>
internal sealed record BoardLine(Delivery Delivery, Acknowledgment? Receipt, ReceiptRefusal? Refusal, string Bucket)
{
    public bool Overdue { get; init; }
}

/// <summary>Who has a directive and who has not. The bar counts the very lines of the table.</summary>
internal sealed record BoardView(Guid DirectiveId, IReadOnlyList<BoardLine> All, string? Show)
{
    /// <summary>Most lines of a board or a history shown at once; a list of recipients has at most a few hundred.</summary>
    public const int MostLines = 2_000;

    // Order of the bar: what is settled first, what needs somebody last.
    private static readonly (string Bucket, string Look)[] Buckets =
    [
        ("accepted", "done"), ("acceptedLate", "lateDone"), ("excused", "old"), ("opened", "seen"), ("sent", "sent"), ("waiting", "wait"),
        ("overdue", "late"), ("failed", "bad"), ("refused", "refused"),
    ];

    public IReadOnlyList<BoardLine> Lines => Show is null ? All : [.. All.Where(line => line.Bucket == Show)];

    /// <summary>Whether there is anybody left to remind, and this person may.</summary>
    public bool Chaseable(Visit visit) => All.Any(line => line.Delivery.Awaited)
        && visit.May(Right.Remind);

    public int Answered => All.Count(line => line.Receipt is not null);

    /// <summary>Whether the visitor works in the office; a receiving unit sees only its own copy.</summary>
    public static bool MaySee(Visit visit) => visit.SignedIn && visit.Actor.WorksInOffice;

    public static async Task<BoardView?> LoadAsync(Visit visit, Guid directiveId, string? show, CancellationToken ct)
    {
        if (await visit.Db.DirectivesSeenBy(visit.Actor).AsNoTracking().SingleOrDefaultAsync(one => one.Id == directiveId, ct) is not { } directive
            || !visit.May(Right.SeeBoard, directive.RelationTo(visit.Actor)))
        {
            return null;
        }

        var rows = await (
            from delivery in visit.Db.Set<Delivery>().AsNoTracking()
            where delivery.DirectiveId == directiveId
            join receipt in visit.Db.Set<Acknowledgment>() on delivery.Id equals receipt.DeliveryId into receipts
            from receipt in receipts.DefaultIfEmpty()
            join refusal in visit.Db.Set<ReceiptRefusal>() on delivery.Id equals refusal.DeliveryId into refusals
            from refusal in refusals.DefaultIfEmpty()
            orderby delivery.Order
            select new { delivery, receipt, refusal }).Take(MostLines).ToListAsync(ct);
        return new BoardView(
            directiveId,
            [
                .. rows.Select(row => new BoardLine(row.delivery, row.receipt, row.refusal, BucketOf(row.delivery, row.receipt, visit.Now))
                {
                    Overdue = row.delivery.Awaited && row.delivery.DueAt < visit.Now,
                }),
            ],
            Array.Exists(Buckets, bucket => bucket.Bucket == show) ? show : null);
    }

    /// <summary>The bar; each stretch leads to its lines.</summary>
    /// <param name="visit">Words.</param>
    public SegmentBar Bar(Visit visit)
    {
        var counts = All.CountBy(line => line.Bucket).ToDictionary();
        var segments = Buckets.Where(bucket => counts.ContainsKey(bucket.Bucket)).Select(bucket => new Segment(
            bucket.Look, visit.Say("Bucket." + bucket.Bucket), counts[bucket.Bucket],
            Show == bucket.Bucket ? $"/directives/{DirectiveId}?tab=board" : $"/directives/{DirectiveId}?tab=board&show={bucket.Bucket}", Show == bucket.Bucket)).ToList();
        var label = string.Join("; ", segments.Select(segment => $"{segment.Count} {segment.Words}"));
        return new SegmentBar(visit.Say("Board.Label", All.Count, label), segments);
    }

    private static string BucketOf(Delivery delivery, Acknowledgment? receipt, DateTime now) => delivery switch
    {
        _ when receipt is { Late: true } => "acceptedLate",
        _ when receipt is not null => "accepted",
        { ExcusedBecause: not null } => "excused",
        { Status: DeliveryStatus.Refused } => "refused",
        { Status: DeliveryStatus.SendFailed } => "failed",
        _ when delivery.DueAt < now => "overdue",
        { Status: DeliveryStatus.Arrived } => "opened",
        { Status: DeliveryStatus.Sent } => "sent",
        _ => "waiting",
    };
}
