using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.Recipients;
using Workflow.Directives.Work;

namespace Workflow.Web.Commands.Demo;

/// <summary>Asks the store whether the story ended as it should, by queries that share nothing with the acts.</summary>
internal static class DemoCheck
{
    public static Task<List<string>> FindDifferencesAsync(DemoDesk desk, IReadOnlyList<DemoTold> told) => desk.ReadAsync(async db =>
    {
        var wrong = new List<string>();
        foreach (var one in told)
        {
            wrong.AddRange((await OfDirectiveAsync(db, one)).Select(what => $"{one.Symbol}: {what}"));
        }

        if (told.Count != 5)
        {
            wrong.Add($"{told.Count} directives instead of 5");
        }

        wrong.AddRange(await OfRegisterAsync(db));
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var ahead = await db.Set<AuditEntry>().CountAsync(entry => entry.At > now);
        if (ahead > 0)
        {
            wrong.Add($"{ahead} records lie in the future");
        }

        return wrong;
    });

    private static async Task<List<string>> OfDirectiveAsync(WorkflowDb db, DemoTold told)
    {
        var wrong = new List<string>();
        var directive = await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.Id == told.Id);
        var instance = await db.Set<StoredInstance>().AsNoTracking().SingleAsync(one => one.DirectiveId == told.Id);
        Expect(wrong, "state", DirectiveState.Closed, directive.State);
        Expect(wrong, "workflow", "Finished", instance.Status);
        Expect(wrong, "open tasks", 0, await db.Set<WorkItem>().CountAsync(one => one.DirectiveId == told.Id && one.CompletedAt == null && one.WithdrawnAt == null));
        Expect(wrong, "waiting timers", 0, await db.Set<DurableTimer>().CountAsync(one => one.InstanceId == instance.Id && one.DoneAt == null));
        Expect(wrong, "issues in the history", 1, await db.Set<AuditEntry>().CountAsync(one => one.DirectiveId == told.Id && one.Act == "directive.issued"));
        await OfDeliveriesAsync(db, directive, wrong);
        return wrong;
    }

    private static async Task OfDeliveriesAsync(WorkflowDb db, Directive directive, List<string> wrong)
    {
        var text = await db.Set<Revision>().AsNoTracking().SingleAsync(one => one.DirectiveId == directive.Id && one.No == directive.RevisionNo);
        var day = await db.Set<RegisterNumber>().Where(one => one.DirectiveId == directive.Id).Select(one => one.Date).SingleAsync();
        var plan = await RecipientPlan.MakeAsync(db, directive.Id, DocumentReader.Read(text.Text), day, default);
        var deliveries = await db.Set<Delivery>().AsNoTracking().Where(one => one.DirectiveId == directive.Id).ToListAsync();
        var ids = deliveries.Select(one => one.Id).ToHashSet();
        var mails = await db.Set<OutboxMessage>().AsNoTracking()
            .Select(one => new { one.DeliveryId, one.Purpose, one.MessageId, one.State, one.ToAddress }).ToListAsync();
        mails = [.. mails.Where(one => one.DeliveryId is { } id && ids.Contains(id))];
        var receipts = await db.Set<Acknowledgment>().CountAsync(one => ids.Contains(one.DeliveryId));
        var refusals = await db.Set<ReceiptRefusal>().CountAsync(one => ids.Contains(one.DeliveryId));
        Expect(wrong, "deliveries", plan.Recipients.Count, deliveries.Count);
        Expect(wrong, "units", deliveries.Count, deliveries.Select(one => one.UnitId).Distinct().Count());
        Expect(wrong, "answers", deliveries.Count, receipts + refusals);
        Expect(wrong, "units still awaited", 0, deliveries.Count(one => one.Awaited));
        Expect(wrong, "notices", deliveries.Count, mails.Count(one => one.Purpose == Notices.Notice));
        Expect(wrong, "messages per unit and purpose", mails.Count, mails.Select(one => (one.DeliveryId, one.Purpose)).Distinct().Count());
        Expect(wrong, "Message-IDs", mails.Count, mails.Select(one => one.MessageId).Distinct().Count());
        Expect(wrong, "messages not sent", 0, mails.Count(one => one.State != MailState.Sent));
    }

    private static async Task<List<string>> OfRegisterAsync(WorkflowDb db)
    {
        var wrong = new List<string>();
        foreach (var series in await db.Set<RegisterSeries>().AsNoTracking().ToListAsync())
        {
            var numbers = await db.Set<RegisterNumber>().AsNoTracking().Where(one => one.SeriesId == series.Id).OrderBy(one => one.N).ToListAsync();
            Expect(
                wrong,
                $"numbers of {series.TypeCode}",
                string.Join(",", Enumerable.Range(1, series.Last)),
                string.Join(",", numbers.Select(one => one.N)));
            if (numbers.Zip(numbers.Skip(1)).Any(pair => pair.Second.Date < pair.First.Date))
            {
                wrong.Add($"dates of {series.TypeCode} go back");
            }
        }

        return wrong;
    }

    private static void Expect<T>(List<string> wrong, string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            wrong.Add($"{what}: {found} instead of {expected}");
        }
    }
}
