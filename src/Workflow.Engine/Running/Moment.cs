namespace Workflow.Engine;

internal static class Moment
{
    /// <summary>Takes a moment without a kind, as databases hand it out, for UTC.</summary>
    /// <exception cref="ArgumentException">It is in the machine's local time, which no stored state may depend on.</exception>
    internal static DateTime Utc(DateTime moment, string parameter) => moment.Kind switch
    {
        DateTimeKind.Utc => moment,
        DateTimeKind.Unspecified => DateTime.SpecifyKind(moment, DateTimeKind.Utc),
        _ => throw new ArgumentException("The moment must be in UTC.", parameter),
    };
}
