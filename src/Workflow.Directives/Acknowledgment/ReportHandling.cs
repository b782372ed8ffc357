using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.People;

namespace Workflow.Directives.Acknowledgment;

/// <summary>A unit tells how far it is: 04 assigned, 05 in progress, 06 completed. Only forward, only after the receipt.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class ReportHandling(WorkflowDb db, TimeProvider time)
{
    /// <summary>Reports a status.</summary>
    /// <param name="actor">A clerk of the unit.</param>
    /// <param name="deliveryId">The unit's copy.</param>
    /// <param name="status">Assigned, InProgress or Completed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Delivery>> RunAsync(Actor actor, Guid deliveryId, DeliveryStatus status, CancellationToken ct) => db.OnceAsync<Delivery>(async () =>
    {
        var found = await db.FindAsUnitAsync(actor, deliveryId, ct);
        if (!found.Done)
        {
            return found;
        }

        var delivery = found.Value;
        if (delivery.Status < DeliveryStatus.Accepted || status <= delivery.Status || status > DeliveryStatus.Completed)
        {
            return AcknowledgmentRefusals.NotAccepted;
        }

        delivery.Status = status;
        db.Record(time.GetUtcNow().UtcDateTime, actor, nameof(Role.RecipientClerk), "delivery.progress", delivery.DirectiveId, null, $"{delivery.UnitName}: {status}");
        await db.SaveChangesAsync(ct);
        return delivery;
    });
}
