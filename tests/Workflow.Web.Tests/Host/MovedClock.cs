namespace Workflow.Web.Tests.Host;

/// <summary>The machine's time, moved on by the test.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan ahead;

    public void Pass(TimeSpan time) => ahead += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
