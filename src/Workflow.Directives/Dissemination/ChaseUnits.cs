using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Engine;

namespace Workflow.Directives.Dissemination;

/// <summary>Carries out what the dissemination step wants told: reminders to the awaited units, then the escalation.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="notices">Writes the messages.</param>
public sealed class ChaseUnits(WorkflowDb db, Notices notices)
{
    /// <summary>Adds the messages of a step to what the use case is about to save.</summary>
    /// <param name="directiveId">The directive.</param>
    /// <param name="wanted">What the workflow wants told.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task PostAsync(Guid directiveId, IReadOnlyList<Notify> wanted, DateTime now, CancellationToken ct)
    {
        foreach (var notify in wanted)
        {
            var round = notify.Payload["round"]?.GetValue<int>() ?? 0;
            var escalate = notify.Name == DisseminateStep.Escalate;
            var chased = await PostAsync(directiveId, escalate ? Notices.Escalation : Notices.Reminder(round), null, now, ct);
            db.Record(
                now, Actor.System, null, escalate ? "units.escalated" : "units.reminded", directiveId, null, chased.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes to every awaited unit, or to one of them.</summary>
    /// <param name="directiveId">The directive.</param>
    /// <param name="purpose">Purpose of the messages.</param>
    /// <param name="only">One delivery, or null for all.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many units were written to.</returns>
    public async Task<int> PostAsync(Guid directiveId, string purpose, Guid? only, DateTime now, CancellationToken ct)
    {
        var directive = await db.Set<Directive>().SingleAsync(one => one.Id == directiveId, ct);
        var number = await db.Set<RegisterNumber>().AsNoTracking().SingleAsync(one => one.DirectiveId == directiveId, ct);
        var deliveries = await db.Set<Delivery>()
            .Where(delivery => delivery.DirectiveId == directiveId && (only == null || delivery.Id == only))
            .OrderBy(delivery => delivery.Order)
            .ToListAsync(ct);
        var awaited = deliveries.Where(delivery => delivery.Awaited).ToList();
        var units = awaited.Select(delivery => delivery.UnitId);
        var contacts = purpose == Notices.Escalation ? await db.NextContactsAsync(units, ct) : await db.FirstContactsAsync(units, ct);
        foreach (var delivery in awaited)
        {
            notices.Post(db, new NoticeContent(directive, number, delivery), contacts.GetValueOrDefault(delivery.UnitId), purpose, now);
        }

        return awaited.Count;
    }
}
