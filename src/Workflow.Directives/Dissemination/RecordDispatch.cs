using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.People;

namespace Workflow.Directives.Dissemination;

/// <summary>Carries what the mail server said of the first notices over to the deliveries, for the board and the history.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class RecordDispatch(WorkflowDb db, TimeProvider time)
{
    private const int Round = 500;

    /// <summary>Brings deliveries up to date.</summary>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many changed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var result = await db.OnceAsync<int>(async () =>
        {
            var news = await db.Set<Delivery>()
                .Where(delivery => delivery.Status == DeliveryStatus.Waiting || delivery.Status == DeliveryStatus.SendFailed)
                .Join(
                    db.Set<OutboxMessage>().Where(mail => mail.Purpose == Notices.Notice && (mail.State == MailState.Sent || mail.State == MailState.Failed)),
                    delivery => delivery.Id,
                    mail => mail.DeliveryId,
                    (delivery, mail) => new { delivery, mail.State, mail.SentAt, mail.LastReply })
                .Where(one => one.delivery.Status == DeliveryStatus.Waiting || one.State == MailState.Sent)
                .OrderBy(one => one.delivery.Id)
                .Take(Round)
                .ToListAsync(ct);
            foreach (var one in news)
            {
                one.delivery.Status = one.State == MailState.Sent ? DeliveryStatus.Sent : DeliveryStatus.SendFailed;
                one.delivery.SentAt = one.SentAt;
                one.delivery.LastReply = one.LastReply;
            }

            RecordFailures(news.Where(one => one.State == MailState.Failed).Select(one => one.delivery));
            await db.SaveChangesAsync(ct);
            return news.Count;
        });
        db.ChangeTracker.Clear();
        return result.Done ? result.Value : 0;
    }

    private void RecordFailures(IEnumerable<Delivery> failed)
    {
        foreach (var delivery in failed)
        {
            db.Record(
                time.GetUtcNow().UtcDateTime, Actor.System, null, "notice.failed", delivery.DirectiveId, null, $"{delivery.UnitName}: {delivery.LastReply}");
        }
    }
}
