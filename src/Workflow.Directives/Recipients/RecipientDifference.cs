using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;

namespace Workflow.Directives.Recipients;

/// <summary>How today's meaning of "Nơi nhận" differs from a list of an earlier day.</summary>
/// <param name="Entered">Units meant today and not on the earlier list.</param>
/// <param name="Left">Units on the earlier list that are not meant today.</param>
/// <param name="Since">When the earlier list was made, UTC.</param>
public sealed record RecipientDifference(IReadOnlyList<MergedRecipient> Entered, IReadOnlyList<AgreedUnit> Left, DateTime Since)
{
    /// <summary>Whether both mean the same units.</summary>
    public bool None => Entered.Count + Left.Count == 0;

    /// <summary>Compares a plan with an earlier list.</summary>
    /// <param name="earlier">The units of the earlier list.</param>
    /// <param name="since">When it was made, UTC.</param>
    /// <param name="plan">What the lines mean now.</param>
    public static RecipientDifference Of(IEnumerable<AgreedUnit> earlier, DateTime since, RecipientPlan plan)
    {
        var before = earlier.ToList();
        var known = before.Select(unit => unit.UnitId).ToHashSet();
        var now = plan.Recipients.Select(recipient => recipient.UnitId).ToHashSet();
        return new(
            [.. plan.Recipients.Where(recipient => !known.Contains(recipient.UnitId))],
            [.. before.Where(unit => !now.Contains(unit.UnitId))],
            since);
    }

    /// <summary>
    /// Compares with the list that counts: the frozen one once the document is issued, before that the one agreed at submission.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="directive">The directive.</param>
    /// <param name="plan">What its lines mean now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The difference; null while the text is with its drafter, who agrees by submitting.</returns>
    public static async Task<RecipientDifference?> FindAsync(WorkflowDb db, Directive directive, RecipientPlan plan, CancellationToken ct)
    {
        if (directive.State is DirectiveState.Draft or DirectiveState.Returned or DirectiveState.Cancelled)
        {
            return null;
        }

        var frozen = await db.Set<Issuing.Issuance>().AsNoTracking().Where(one => one.DirectiveId == directive.Id)
            .Select(one => (DateTime?)one.At).SingleOrDefaultAsync(ct);
        if (frozen is { } issued)
        {
            var sent = await db.Set<Delivery>().AsNoTracking().Where(one => one.DirectiveId == directive.Id).OrderBy(one => one.Order)
                .Select(one => new AgreedUnit { UnitId = one.UnitId, UnitName = one.UnitName }).ToListAsync(ct);
            return Of(sent, issued, plan);
        }

        return await db.Set<AgreedList>().AsNoTracking().SingleOrDefaultAsync(list => list.DirectiveId == directive.Id, ct) is { } agreed
            ? Of(agreed.Units, agreed.At, plan)
            : null;
    }

    /// <summary>Keeps what the lines mean now as the agreed list, in place of the earlier one. The caller saves.</summary>
    internal static async Task AgreeAsync(WorkflowDb db, Directive directive, RecipientPlan plan, Actor actor, DateTime now, CancellationToken ct)
    {
        if (await db.Set<AgreedList>().SingleOrDefaultAsync(list => list.DirectiveId == directive.Id, ct) is { } earlier)
        {
            db.Remove(earlier);
        }

        db.Add(new AgreedList
        {
            Id = Guid.CreateVersion7(now),
            DirectiveId = directive.Id,
            Units = [.. plan.Recipients.Select(unit => new AgreedUnit { UnitId = unit.UnitId, UnitName = unit.UnitName })],
            PersonId = actor.PersonId!.Value,
            At = now,
        });
    }
}
