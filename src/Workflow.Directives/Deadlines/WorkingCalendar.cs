namespace Workflow.Directives.Deadlines;

/// <summary>Working days and office hours in Vietnam. Moments come and go in UTC; days are those of Vietnam.</summary>
/// <param name="holidays">Days off and swapped days.</param>
/// <param name="hours">Office hours.</param>
public sealed class WorkingCalendar(HolidayTable holidays, OfficeHours hours)
{
    /// <summary>Farthest a deadline may lie from its start, in working days.</summary>
    public const int MaxWorkingDays = 1_000;

    /// <summary>Vietnam time: UTC+7 all the year. Made here, so that it does not depend on the machine's time zone database.</summary>
    public static readonly TimeZoneInfo VietnamTime =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", TimeSpan.FromHours(7), "(UTC+07:00) Việt Nam", "Giờ Việt Nam");

    private readonly HolidayTable holidays = holidays;
    private readonly OfficeHours hours = hours.Require();

    /// <summary>The shipped holidays and the default office hours.</summary>
    public static WorkingCalendar Shipped() => new(HolidayTable.Shipped(), new OfficeHours());

    /// <summary>The date in Vietnam.</summary>
    /// <param name="utc">A moment in UTC.</param>
    public static DateOnly LocalDate(DateTime utc) => DateOnly.FromDateTime(ToVietnam(utc));

    /// <summary>A moment as a clock in Vietnam shows it.</summary>
    /// <param name="utc">A moment in UTC.</param>
    /// <exception cref="ArgumentException">The moment is marked as local time of the machine.</exception>
    public static DateTime ToVietnam(DateTime utc) =>
        utc.Kind == DateTimeKind.Local
            ? throw new ArgumentException("A moment is given in UTC.", nameof(utc))
            : DateTime.SpecifyKind(utc + VietnamTime.BaseUtcOffset, DateTimeKind.Unspecified);

    /// <summary>Plain hours, day and night: the clock of HỎA TỐC.</summary>
    /// <param name="utc">A moment in UTC.</param>
    /// <param name="hours">How many.</param>
    public static DateTime AddHours(DateTime utc, int hours) => DateTime.SpecifyKind(utc.AddHours(hours), DateTimeKind.Utc);

    /// <summary>Whether offices work on this day.</summary>
    /// <param name="day">A date in Vietnam.</param>
    /// <exception cref="CalendarException">The year has no data.</exception>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            ? holidays.IsWorkedInstead(day)
            : holidays.HolidayOn(day) is null;

    /// <summary>The n-th working day after a day (before it, when negative); with 0 the day itself or the next working day.</summary>
    /// <param name="day">A date in Vietnam; need not be a working day.</param>
    /// <param name="workingDays">From −<see cref="MaxWorkingDays"/> to <see cref="MaxWorkingDays"/>.</param>
    /// <exception cref="CalendarException">The count reaches a year without data.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)workingDays), MaxWorkingDays, nameof(workingDays));
        if (workingDays == 0)
        {
            return IsWorkingDay(day) ? day : AddWorkingDays(day, 1);
        }

        var step = Math.Sign(workingDays);
        for (var left = workingDays; left != 0;)
        {
            day = day.AddDays(step);
            left -= IsWorkingDay(day) ? step : 0;
        }

        return day;
    }

    /// <summary>
    /// When the office closes on the n-th working day from now. With 0: today's closing time, or that of the next working day when today is none or has closed already, so the answer is never past.
    /// </summary>
    /// <param name="utcNow">Now, UTC.</param>
    /// <param name="workingDaysLater">0 to <see cref="MaxWorkingDays"/>.</param>
    /// <returns>UTC.</returns>
    /// <exception cref="CalendarException">The count reaches a year without data.</exception>
    public DateTime EndOfWorkingDay(DateTime utcNow, int workingDaysLater)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDaysLater);
        var closing = ToUtc(AddWorkingDays(LocalDate(utcNow), workingDaysLater), hours.AfternoonEnd);
        return closing >= utcNow ? closing : ToUtc(AddWorkingDays(LocalDate(utcNow), 1), hours.AfternoonEnd);
    }

    /// <summary>Adds hours that count only while the office works. An end that falls on a break is that break's beginning: 11:30, not 13:30.</summary>
    /// <param name="utc">A moment in UTC, in or out of office hours.</param>
    /// <param name="hours">0 or more; 0 gives the moment itself.</param>
    /// <returns>UTC.</returns>
    /// <exception cref="CalendarException">The count reaches a year without data.</exception>
    public DateTime AddWorkingHours(DateTime utc, int hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hours, MaxWorkingDays);
        if (hours == 0)
        {
            return DateTime.SpecifyKind(utc, DateTimeKind.Utc);
        }

        var left = TimeSpan.FromHours(hours);
        for (var day = AddWorkingDays(LocalDate(utc), 0); ; day = AddWorkingDays(day, 1))
        {
            foreach (var (open, close) in SessionsOf(day))
            {
                var from = open > utc ? open : utc;
                if (close <= from)
                {
                    continue;
                }

                if (close - from >= left)
                {
                    return DateTime.SpecifyKind(from + left, DateTimeKind.Utc);
                }

                left -= close - from;
            }
        }
    }

    private (DateTime Open, DateTime Close)[] SessionsOf(DateOnly day) =>
    [
        (ToUtc(day, hours.MorningStart), ToUtc(day, hours.MorningEnd)),
        (ToUtc(day, hours.AfternoonStart), ToUtc(day, hours.AfternoonEnd)),
    ];

    private static DateTime ToUtc(DateOnly day, TimeOnly time) => day.ToDateTime(time, DateTimeKind.Utc) - VietnamTime.BaseUtcOffset;
}
