namespace Workflow.Directives.Deadlines;

/// <summary>When the office works on a working day, Vietnam time. Bound from the configuration section <c>OfficeHours</c>.</summary>
public sealed record OfficeHours
{
    /// <summary>The configuration section these are bound from.</summary>
    public const string Section = "OfficeHours";

    /// <summary>Start of the morning; default 07:30.</summary>
    public TimeOnly MorningStart { get; init; } = new(7, 30);

    /// <summary>End of the morning; default 11:30.</summary>
    public TimeOnly MorningEnd { get; init; } = new(11, 30);

    /// <summary>Start of the afternoon; default 13:30.</summary>
    public TimeOnly AfternoonStart { get; init; } = new(13, 30);

    /// <summary>End of the working day; default 17:00.</summary>
    public TimeOnly AfternoonEnd { get; init; } = new(17, 0);

    internal OfficeHours Require() =>
        MorningStart < MorningEnd && MorningEnd <= AfternoonStart && AfternoonStart < AfternoonEnd
            ? this
            : throw new CalendarException($"{Section}: MorningStart < MorningEnd <= AfternoonStart < AfternoonEnd is required.");
}
