namespace Workflow.Web.Commands.Demo;

/// <summary>
/// The demo's time. It begins some working days ago and is moved on from act to act, never past the real time, so that reminders
/// fall due without waiting and no record lies in the future. Without a start it is the real time.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset? standing;

    /// <summary>Whether time is told, not lived: it can be moved.</summary>
    public bool Told => standing is not null;

    public override DateTimeOffset GetUtcNow() => standing ?? System.GetUtcNow();

    public void Begin(DateTime utc) => standing = new DateTimeOffset(utc, TimeSpan.Zero);

    public void Pass(TimeSpan span) => MoveTo(GetUtcNow().UtcDateTime + span);

    public void MoveTo(DateTime utc)
    {
        if (standing is { } before)
        {
            var real = System.GetUtcNow();
            var wanted = new DateTimeOffset(utc, TimeSpan.Zero);
            standing = wanted > real ? real : wanted < before ? before : wanted;
        }
    }
}
