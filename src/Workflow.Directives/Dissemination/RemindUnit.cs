using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Dissemination;

/// <summary>The office reminds one unit by hand, at most once a day.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="chase">Writes the reminder.</param>
/// <param name="time">The clock.</param>
public sealed class RemindUnit(WorkflowDb db, ChaseUnits chase, TimeProvider time)
{
    /// <summary>Writes a reminder.</summary>
    /// <param name="actor">Registry, Chief of Office or a leader.</param>
    /// <param name="deliveryId">The unit's copy.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Delivery>> RunAsync(Actor actor, Guid deliveryId, CancellationToken ct) => db.OnceAsync<Delivery>(async () =>
    {
        var taken = await db.TakeDeliveryAsync(actor, deliveryId, Right.Remind, ct);
        if (!taken.Done)
        {
            return taken;
        }

        var (delivery, now) = (taken.Value, time.GetUtcNow().UtcDateTime);
        if (!delivery.Awaited)
        {
            return DisseminationRefusals.NotAwaited;
        }

        var purpose = string.Create(CultureInfo.InvariantCulture, $"reminder-by-hand-{WorkingCalendar.LocalDate(now):yyyyMMdd}");
        if (await db.Set<OutboxMessage>().AnyAsync(mail => mail.DeliveryId == deliveryId && mail.Purpose == purpose, ct))
        {
            return DisseminationRefusals.JustReminded;
        }

        await chase.PostAsync(delivery.DirectiveId, purpose, deliveryId, now, ct);
        db.Record(now, actor, actor.CapacityFor(Right.Remind).ToString(), "unit.reminded", delivery.DirectiveId, null, delivery.UnitName);
        await db.SaveChangesAsync(ct);
        return delivery;
    });
}
