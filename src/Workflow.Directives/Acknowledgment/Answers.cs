using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Recall;
using Workflow.Directives.Work;

namespace Workflow.Directives.Acknowledgment;

/// <summary>What all answers of units have in common.</summary>
internal static class Answers
{
    /// <summary>The delivery a link opens, or a refusal.</summary>
    public static async Task<Result<Delivery>> FindByLinkAsync(this WorkflowDb db, string? token, DateTime now, CancellationToken ct)
    {
        var link = await db.FindLinkAsync(token, now, ct);
        return link.Done ? await db.Set<Delivery>().SingleAsync(one => one.Id == link.Value, ct) : link.Refusal!;
    }

    /// <summary>The delivery a signed-in clerk of its unit may answer, or a refusal.</summary>
    public static async Task<Result<Delivery>> FindAsUnitAsync(this WorkflowDb db, Actor actor, Guid deliveryId, CancellationToken ct)
    {
        var delivery = await db.Set<Delivery>().SingleOrDefaultAsync(one => one.Id == deliveryId, ct);
        if (delivery is null || await db.FindDirectiveAsync(actor, delivery.DirectiveId, ct) is null)
        {
            return Refusals.NotVisible;
        }

        if (actor.Refuse(Right.Acknowledge, Relation.Unit) is { } never)
        {
            return never;
        }

        return delivery.UnitId == actor.UnitId ? delivery : Refusals.NotVisible;
    }

    /// <summary>Tells the workflow when this answer leaves no unit awaited.</summary>
    public static async Task<Refusal?> EndWhenAllAnsweredAsync(
        WorkflowDb db, IWorkflowRuntime runtime, Delivery answered, Actor actor, CancellationToken ct)
    {
        // Two last answers at once must not both see the other as awaited: each touches the instance, so one of them runs again.
        // The instance is read before the others are looked at; read after, it would hide an answer given in between.
        var instance = await db.Set<StoredInstance>().SingleAsync(one => one.DirectiveId == answered.DirectiveId, ct);
        var others = await db.Set<Delivery>().AsNoTracking()
            .Where(one => one.IssuanceId == answered.IssuanceId && one.Id != answered.Id)
            .AnyAsync(
                one => one.ExcusedBecause == null
                    && (one.Status == DeliveryStatus.Waiting || one.Status == DeliveryStatus.Sent
                        || one.Status == DeliveryStatus.SendFailed || one.Status == DeliveryStatus.Arrived),
                ct);
        if (others)
        {
            db.Entry(instance).Property(one => one.Status).IsModified = true;
            return null;
        }

        var step = await runtime.RaiseAsync(instance, DisseminateStep.AllAnswered, actor, ct);
        return step.Refusal;
    }

    /// <summary>The refusal while or after which nobody answers, else null.</summary>
    public static async Task<Refusal?> ClosedAsync(this WorkflowDb db, Delivery delivery, CancellationToken ct) =>
        await db.Set<Directive>().Where(one => one.Id == delivery.DirectiveId).Select(one => one.State).SingleAsync(ct) switch
        {
            DirectiveState.Issued or DirectiveState.Closed => null,
            DirectiveState.Recalled => AcknowledgmentRefusals.Recalled(await db.ReplacementOfAsync(delivery.DirectiveId, ct)),
            _ => AcknowledgmentRefusals.Withdrawn,
        };
}
