using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;

namespace Workflow.Directives.Dissemination;

/// <summary>The registry stops waiting for a unit, with a reason that stays on the board.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class ExcuseUnit(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>Excuses a unit.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="deliveryId">The unit's copy.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Delivery>> RunAsync(Actor actor, Guid deliveryId, string? reason, CancellationToken ct) => db.OnceAsync<Delivery>(async () =>
    {
        var taken = await db.TakeDeliveryAsync(actor, deliveryId, Right.SteerDelivery, ct);
        if (!taken.Done)
        {
            return taken;
        }

        var delivery = taken.Value;
        if (!delivery.Awaited)
        {
            return DisseminationRefusals.NotAwaited;
        }

        if (Field.Clean(reason, Field.ReasonLength, lines: true) is not { } because)
        {
            return Refusals.Field("Lý do không chờ đơn vị này", "Reason for no longer waiting", Field.ReasonLength);
        }

        (delivery.ExcusedBecause, delivery.ExcusedBy) = (because, actor.PersonId);
        db.Record(time.GetUtcNow().UtcDateTime, actor, nameof(Role.Registry), "delivery.excused", delivery.DirectiveId, null, $"{delivery.UnitName}: {because}");
        if (await Answers.EndWhenAllAnsweredAsync(db, runtime, delivery, actor, ct) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return delivery;
    });
}
