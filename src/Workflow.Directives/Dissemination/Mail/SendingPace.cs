namespace Workflow.Directives.Dissemination.Mail;

/// <summary>How fast messages may leave: evenly spread over the minute, and not at all for a while after the server could not be reached.</summary>
internal sealed class SendingPace(int messagesPerMinute, TimeProvider clock)
{
    private static readonly int[] PauseSeconds = [5, 15, 30, 60, 120, 300];

    private readonly TimeSpan gap = messagesPerMinute > 0 ? TimeSpan.FromMinutes(1) / messagesPerMinute : TimeSpan.Zero;
    private long nextAt = clock.GetTimestamp();
    private long pausedAt;
    private int failures;

    public bool IsLimited => messagesPerMinute > 0;

    /// <summary>The last connection that was tried failed.</summary>
    public bool WasUnreachable => failures > 0;

    /// <summary>The server was out of reach a moment ago and it is not yet time to try again.</summary>
    public bool IsPaused => failures > 0 && clock.GetElapsedTime(pausedAt) < Pause;

    public TimeSpan Pause => TimeSpan.FromSeconds(PauseSeconds[Math.Clamp(failures, 1, PauseSeconds.Length) - 1]);

    public void Unreachable()
    {
        failures++;
        pausedAt = clock.GetTimestamp();
    }

    public void Reachable() => failures = 0;

    /// <summary>Waits until the next message may leave. One caller at a time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = clock.GetElapsedTime(clock.GetTimestamp(), nextAt);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>A message leaves now.</summary>
    public void Left() => nextAt = clock.GetTimestamp() + (long)(gap.TotalSeconds * clock.TimestampFrequency);
}
