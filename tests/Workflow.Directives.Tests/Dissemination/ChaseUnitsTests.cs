using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Issuing;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests.Dissemination;

public sealed class ChaseUnitsTests
{
    [Fact]
    public async Task Reminders_SkipTheWeekendAndTet_ThenEscalateOnce_ThenRest()
    {
        // Friday 13/2/2026: Tết is from Monday 16 to Friday 20, so the next working day is Monday 23.
        await using var office = await Province.OpenAsync(Province.At(2026, 2, 13, 9, 0));
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var units = (await office.Walk.DeliveriesAsync(id)).Count;

        await PassAsync(office, Province.At(2026, 2, 23, 16, 59), "notice", units);
        await PassAsync(office, Province.At(2026, 2, 23, 17, 0), "reminder-1", units);
        await PassAsync(office, Province.At(2026, 2, 24, 16, 59), "reminder-1", units);
        await PassAsync(office, Province.At(2026, 2, 24, 17, 0), "reminder-2", units);
        await PassAsync(office, Province.At(2026, 2, 25, 16, 59), "reminder-2", units);
        await PassAsync(office, Province.At(2026, 2, 25, 17, 0), "escalation-1", units);
        await PassAsync(office, Province.At(2026, 12, 31, 17, 0), "escalation-1", units);

        Assert.Equal(units * 4, (await office.MailsAsync()).Count);
        Assert.Equal(2, await office.ReadAsync(db => db.Set<AuditEntry>().CountAsync(one => one.Act == "units.reminded")));
        Assert.Equal(1, await office.ReadAsync(db => db.Set<AuditEntry>().CountAsync(one => one.Act == "units.escalated")));
    }

    [Fact]
    public async Task Escalation_GoesToTheSecondContact()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var delivery = (await office.Walk.DeliveriesAsync(id))[0];
        for (var day = 11; day <= 13; day++)
        {
            await office.PassUntilAsync(Province.At(2026, 3, day, 17, 0));
        }

        var contacts = await office.ReadAsync(db => db.Set<UnitContact>().Where(one => one.UnitId == delivery.UnitId).OrderBy(one => one.Order).ToListAsync());
        var to = (await office.MailsAsync()).Where(one => one.DeliveryId == delivery.Id).ToDictionary(one => one.Purpose, one => one.ToAddress);
        Assert.Equal(contacts[0].Email, to["reminder-2"]);
        Assert.Equal(contacts[1].Email, to["escalation-1"]);
    }

    [Fact]
    public async Task Reminders_GoOnlyToTheSilent_AndStopWithTheLastAnswer()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var deliveries = await office.Walk.DeliveriesAsync(id);
        Walk.Done(await office.Walk.AcknowledgeAsync(deliveries[0]));

        await office.PassUntilAsync(Province.At(2026, 3, 11, 17, 0));
        Assert.Equal(
            deliveries.Skip(1).Select(one => (Guid?)one.Id).Order(), (await office.MailsAsync("reminder-1")).Select(one => one.DeliveryId).Order());

        await office.Walk.AcknowledgeAllAsync(id);
        Assert.Equal(0, await office.PassUntilAsync(Province.At(2026, 3, 20, 17, 0)));
        Assert.Empty(await office.MailsAsync("reminder-2"));
        Assert.All(await office.ReadAsync(db => db.Set<DurableTimer>().ToListAsync()), timer => Assert.NotNull(timer.DoneAt));
        Assert.Equal("closure", (await office.Walk.OpenAsync(id))!.Kind);
    }

    [Fact]
    public async Task MostUrgent_IsChasedByTheHour_AlsoAtNight()
    {
        await using var office = await Province.OpenAsync(Province.At(2026, 3, 14, 21, 0));
        var id = await office.Walk.ToAsync("hoa-toc", Walk.Disseminate);
        var issued = await office.ReadAsync(db => db.Set<Issuance>().Select(one => one.At).SingleAsync());
        var units = (await office.Walk.DeliveriesAsync(id)).Count;

        await PassAsync(office, issued.AddMinutes(59), "notice", units);
        await PassAsync(office, issued.AddHours(1), "reminder-1", units);
        await PassAsync(office, issued.AddHours(2), "reminder-2", units);
        await PassAsync(office, issued.AddHours(3), "escalation-1", units);
    }

    [Fact]
    public async Task TwoLoopsFiringAtOnce_RemindOnce()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        office.Set(Province.At(2026, 3, 11, 17, 0));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.AskAsync<FireTimers, int>(one => one.RunAsync(default)))));

        Assert.Equal((await office.Walk.DeliveriesAsync(id)).Count, (await office.MailsAsync("reminder-1")).Count);
        Assert.Equal(1, await office.ReadAsync(db => db.Set<AuditEntry>().CountAsync(one => one.Act == "units.reminded")));
    }

    private static async Task PassAsync(Province office, DateTime until, string last, int units)
    {
        await office.PassUntilAsync(until);
        var purposes = (await office.MailsAsync()).Select(one => one.Purpose).ToList();
        Assert.Equal(last, purposes[^1]);
        Assert.Equal(units, purposes.Count(one => one == last));
    }
}
