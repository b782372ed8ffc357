namespace Workflow.Directives.Tests.Dissemination.Mail;

/// <summary>A clock that stands still until it is moved; timers fire when they are reached.</summary>
internal sealed class FakeTime(DateTime start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTime now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);

    public override long GetTimestamp() => now.Ticks;

    /// <summary>How many timers are waiting for a moment up to this far away.</summary>
    public int TimersWithin(TimeSpan span)
    {
        lock (gate)
        {
            return timers.Count(timer => timer.DueAt <= now + span);
        }
    }

    public void Advance(TimeSpan by)
    {
        var until = now + by;
        while (true)
        {
            FakeTimer? next;
            lock (gate)
            {
                next = timers.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt);
                now = next?.DueAt > now ? next.DueAt : next is null ? until : now;
                next?.Reached();
            }

            if (next is null)
            {
                return;
            }

            next.Fire();
        }
    }

    /// <summary>The clock is set, as an administrator or a time server does; timers do not notice.</summary>
    public void Jump(TimeSpan by) => now += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class FakeTimer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTime DueAt { get; private set; } = DateTime.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (time.gate)
            {
                period = newPeriod;
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? DateTime.MaxValue : time.now + dueTime;
                time.timers.Remove(this);
                if (DueAt < DateTime.MaxValue)
                {
                    time.timers.Add(this);
                }
            }

            return true;
        }

        public void Reached() => Change(period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period, period);

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
