using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.People;
using Workflow.Engine;

namespace Workflow.Directives.Work;

/// <summary>Lets workflows go on whose time has come. Each timer is one act of the system, fired once.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="chase">Carries out what the steps want told.</param>
/// <param name="time">The clock.</param>
public sealed class FireTimers(WorkflowDb db, IWorkflowRuntime runtime, ChaseUnits chase, TimeProvider time)
{
    /// <summary>Timers looked at in one round.</summary>
    private const int Round = 100;

    // What stopped a timer, such as holidays nobody entered, is a matter of hours; it must not stop the others.
    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromHours(1);

    /// <summary>Fires every timer that is due, oldest first.</summary>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many fired.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Set<DurableTimer>().AsNoTracking()
            .Where(timer => timer.DoneAt == null && timer.DueAt <= now)
            .OrderBy(timer => timer.DueAt)
            .Select(timer => timer.Id)
            .Take(Round)
            .ToListAsync(ct);
        foreach (var id in due)
        {
            if ((await FireAsync(id, ct)).Refusal is { } refusal)
            {
                await PostponeAsync(id, refusal, ct);
            }

            db.ChangeTracker.Clear();
        }

        return due.Count;
    }

    private Task<Result<bool>> FireAsync(Guid timerId, CancellationToken ct) => db.OnceAsync<bool>(async () =>
    {
        var timer = await db.Set<DurableTimer>().SingleAsync(one => one.Id == timerId, ct);
        if (timer.DoneAt is not null)
        {
            return false;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var instance = await db.Set<StoredInstance>().SingleAsync(one => one.Id == timer.InstanceId, ct);
        var step = await runtime.ResumeAsync(instance, new Stimulus(timer.BookmarkId, "Elapsed", null), Actor.System, ct);
        timer.DoneAt = now;
        if (step.Done)
        {
            await chase.PostAsync(instance.DirectiveId, step.Value.Notices, now, ct);
        }
        else
        {
            // The workflow no longer waits for this timer; the record says so and the timer never comes back.
            db.Record(now, Actor.System, null, "timer.unwanted", instance.DirectiveId, null, step.Refusal!.Code);
        }

        await db.SaveChangesAsync(ct);
        return true;
    });

    private Task<Result<bool>> PostponeAsync(Guid timerId, Refusal refusal, CancellationToken ct) => db.OnceAsync<bool>(async () =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var timer = await db.Set<DurableTimer>().SingleAsync(one => one.Id == timerId, ct);
        var instance = await db.Set<StoredInstance>().AsNoTracking().SingleAsync(one => one.Id == timer.InstanceId, ct);
        timer.DueAt = now + TriedAgainAfter;
        db.Record(now, Actor.System, null, "timer.postponed", instance.DirectiveId, null, refusal.Vietnamese);
        await db.SaveChangesAsync(ct);
        return true;
    });
}
