using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Dissemination;

/// <summary>Takes back every link of a unit to a directive, as when one went to the wrong hands, and sends the unit a new one.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="notices">Writes the message.</param>
/// <param name="time">The clock.</param>
public sealed class ReplaceLink(WorkflowDb db, Notices notices, TimeProvider time)
{
    /// <summary>Replaces the links.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="deliveryId">The unit's copy.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether a new link is on its way; false when the unit has no address, which the links are taken back without.</returns>
    public Task<Result<bool>> RunAsync(Actor actor, Guid deliveryId, CancellationToken ct) => db.OnceAsync<bool>(async () =>
    {
        var taken = await db.TakeDeliveryAsync(actor, deliveryId, Right.SteerDelivery, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var (delivery, now) = (taken.Value, time.GetUtcNow().UtcDateTime);
        var links = await db.Set<DeliveryLink>().Where(link => link.DeliveryId == delivery.Id).ToListAsync(ct);
        links.ForEach(link => link.RevokedAt ??= now);
        var directive = await db.Set<Directive>().SingleAsync(one => one.Id == delivery.DirectiveId, ct);
        var number = await db.Set<RegisterNumber>().AsNoTracking().SingleAsync(one => one.DirectiveId == delivery.DirectiveId && one.VoidedAt == null, ct);
        var contacts = await db.FirstContactsAsync([delivery.UnitId], ct);
        var round = links.Select(link => link.Purpose).Distinct().Count(purpose => Notices.IsNewLink(purpose)) + 1;
        var sent = notices.Post(db, new NoticeContent(directive, number, delivery), contacts.GetValueOrDefault(delivery.UnitId), Notices.NewLink(round), now);
        db.Record(now, actor, nameof(Role.Registry), "links.replaced", delivery.DirectiveId, null, delivery.UnitName);
        await db.SaveChangesAsync(ct);
        return sent;
    });
}
