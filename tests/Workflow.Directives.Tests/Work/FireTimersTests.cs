using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests.Work;

public sealed class FireTimersTests
{
    [Fact]
    public async Task Timer_InAYearWithoutHolidays_IsTriedAgainAnHourLater_AndStopsNothing()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", Walk.Disseminate);
        office.Time.Advance(TimeSpan.FromDays(365 * 40));

        await office.AskAsync<FireTimers, int>(one => one.RunAsync(default));

        var now = office.Time.GetUtcNow().UtcDateTime;
        var timer = await office.ReadAsync(db => db.Set<DurableTimer>().OrderBy(one => one.DueAt).FirstAsync(one => one.DoneAt == null));
        Assert.Equal(now.AddHours(1), timer.DueAt);
        var entry = await office.ReadAsync(db => db.Set<AuditEntry>().SingleAsync(one => one.Act == "timer.postponed"));
        Assert.Equal(id, entry.DirectiveId);
        Assert.Contains("lịch nghỉ lễ thiếu năm", entry.Detail, StringComparison.Ordinal);
        Assert.Equal(0, await office.AskAsync<FireTimers, int>(one => one.RunAsync(default)));

        office.Time.Advance(TimeSpan.FromHours(1));
        await office.AskAsync<FireTimers, int>(one => one.RunAsync(default));
        Assert.Equal(2, await office.ReadAsync(db => db.Set<AuditEntry>().CountAsync(one => one.Act == "timer.postponed")));
    }
}
