using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.People;
using Workflow.Directives.Work;

namespace Workflow.Directives.Acknowledgment;

/// <summary>A unit refuses the document with a reason (02): wrong address, incomplete, unreadable (NĐ 30/2020 art. 21).</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class RefuseDelivery(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>What the clerk types.</summary>
    /// <param name="Name">Own full name.</param>
    /// <param name="Position">Own position.</param>
    /// <param name="Reason">Why the unit refuses.</param>
    public sealed record Command(string? Name, string? Position, string? Reason);

    /// <summary>Refuses through the link of a notice.</summary>
    /// <param name="token">Secret of the link.</param>
    /// <param name="command">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<ReceiptRefusal>> ByLinkAsync(string? token, Command command, CancellationToken ct) => db.OnceAsync(async () =>
    {
        var found = await db.FindByLinkAsync(token, time.GetUtcNow().UtcDateTime, ct);
        return found.Done ? await RefuseAsync(found.Value, command, null, ct) : found.Refusal!;
    });

    /// <summary>Refuses as a signed-in clerk of the unit.</summary>
    /// <param name="actor">The clerk.</param>
    /// <param name="deliveryId">The unit's copy.</param>
    /// <param name="command">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<ReceiptRefusal>> AsUnitAsync(Actor actor, Guid deliveryId, Command command, CancellationToken ct) => db.OnceAsync(async () =>
    {
        var found = await db.FindAsUnitAsync(actor, deliveryId, ct);
        return found.Done ? await RefuseAsync(found.Value, command, actor, ct) : found.Refusal!;
    });

    private async Task<Result<ReceiptRefusal>> RefuseAsync(Delivery delivery, Command command, Actor? actor, CancellationToken ct)
    {
        var (name, position) = (Field.Clean(command.Name, Field.NameLength), Field.Clean(command.Position, Field.NameLength));
        if (name is null || position is null)
        {
            return Refusals.Field("Họ tên và chức vụ", "Name and position", Field.NameLength);
        }

        if (Field.Clean(command.Reason, Field.ReasonLength, lines: true) is not { } reason)
        {
            return Refusals.Field("Lý do từ chối", "Reason for refusing", Field.ReasonLength);
        }

        if (await db.Set<ReceiptRefusal>().SingleOrDefaultAsync(one => one.DeliveryId == delivery.Id, ct) is { } first)
        {
            return first;
        }

        if (await db.ClosedAsync(delivery, ct) is { } closed)
        {
            return closed;
        }

        if (delivery.Status >= DeliveryStatus.Accepted)
        {
            return AcknowledgmentRefusals.AlreadyAccepted;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var refusal = new ReceiptRefusal
        {
            DeliveryId = delivery.Id,
            Name = name,
            Position = position,
            Reason = reason,
            At = now,
            PersonId = actor?.PersonId,
        };
        db.Add(refusal);
        delivery.Status = DeliveryStatus.Refused;
        var acting = actor ?? new Actor(null, name, delivery.UnitId, new HashSet<Role>());
        db.Record(now, acting, nameof(Role.RecipientClerk), "delivery.refused", delivery.DirectiveId, null, $"{delivery.UnitName}: {reason}");
        if (await Answers.EndWhenAllAnsweredAsync(db, runtime, delivery, acting, ct) is { } stopped)
        {
            return stopped;
        }

        await db.SaveChangesAsync(ct);
        return refusal;
    }
}
