using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Dissemination;

/// <summary>
/// Sends a failed notice again. To the same address it is the same message, same Message-ID and bytes; a corrected address gets
/// a message of its own and the directory keeps the correction.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="notices">Writes the message.</param>
/// <param name="time">The clock.</param>
public sealed class ResendNotice(WorkflowDb db, Notices notices, TimeProvider time)
{
    /// <summary>Which notice.</summary>
    /// <param name="DeliveryId">The unit's copy.</param>
    /// <param name="Address">Corrected e-mail address of the unit's first contact; null for the same.</param>
    public sealed record Command(Guid DeliveryId, string? Address = null);

    /// <summary>Sends it again.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="command">Which notice.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Delivery>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Delivery>(async () =>
    {
        var taken = await db.TakeDeliveryAsync(actor, command.DeliveryId, Right.SteerDelivery, ct);
        if (!taken.Done)
        {
            return taken;
        }

        var (delivery, now) = (taken.Value, time.GetUtcNow().UtcDateTime);
        if (delivery.Status != DeliveryStatus.SendFailed)
        {
            return DisseminationRefusals.NotFailed;
        }

        if (command.Address is { } address)
        {
            if (!MailAddresses.IsValid(address))
            {
                return DisseminationRefusals.AddressInvalid;
            }

            await CorrectAsync(delivery, address, now, ct);
        }
        else if (await db.Set<OutboxMessage>().SingleOrDefaultAsync(mail => mail.DeliveryId == delivery.Id && mail.Purpose == Notices.Notice, ct)
            is not { } mail || !mail.SendAgain(now))
        {
            return DisseminationRefusals.NotFailed;
        }

        delivery.Status = DeliveryStatus.Waiting;
        delivery.LastReply = null;
        db.Record(now, actor, nameof(Role.Registry), "notice.resent", delivery.DirectiveId, null, delivery.UnitName);
        await db.SaveChangesAsync(ct);
        return delivery;
    });

    private async Task CorrectAsync(Delivery delivery, string address, DateTime now, CancellationToken ct)
    {
        var contact = await db.Set<UnitContact>().Where(one => one.UnitId == delivery.UnitId).OrderBy(one => one.Order).FirstOrDefaultAsync(ct);
        if (contact is null)
        {
            contact = new UnitContact
            {
                Id = Guid.CreateVersion7(now),
                UnitId = delivery.UnitId,
                Order = 1,
                Name = delivery.UnitName,
                Position = "Văn thư",
                Email = address,
            };
            db.Add(contact);
        }

        (contact.Email, contact.UpdatedAt) = (address, now);
        if (await db.Set<OutboxMessage>().SingleOrDefaultAsync(mail => mail.DeliveryId == delivery.Id && mail.Purpose == Notices.Notice, ct) is { } refused)
        {
            // The server refused it, so nobody ever had it: the corrected one takes its place under the same Message-ID.
            db.Remove(refused);
        }

        var directive = await db.Set<Directive>().SingleAsync(one => one.Id == delivery.DirectiveId, ct);
        var number = await db.Set<RegisterNumber>().SingleAsync(one => one.DirectiveId == delivery.DirectiveId, ct);
        var before = await db.Set<DeliveryLink>().Where(link => link.DeliveryId == delivery.Id && link.Purpose == Notices.Notice).ToListAsync(ct);
        before.ForEach(link => link.RevokedAt ??= now);
        notices.Post(db, new NoticeContent(directive, number, delivery), contact, Notices.Notice, now, before.Count + 1);
    }
}
