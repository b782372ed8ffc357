using System.Globalization;
using System.Text;
using Workflow.Directives.Deadlines;

namespace Workflow.Directives.Tests.Deadlines;

public sealed class WorkingCalendarTests
{
    private readonly WorkingCalendar calendar = WorkingCalendar.Shipped();

    [Theory]
    [InlineData("2026-02-13", true)] // Friday before Tết
    [InlineData("2026-02-16", false)] // 29 tháng Chạp
    [InlineData("2026-02-17", false)] // mùng 1
    [InlineData("2026-02-20", false)] // mùng 4
    [InlineData("2026-02-21", false)] // Saturday
    [InlineData("2026-02-23", true)]
    [InlineData("2027-02-04", true)]
    [InlineData("2027-02-05", false)] // the last day of the lunar year
    [InlineData("2027-02-11", false)] // moved from Sunday 7/2
    [InlineData("2027-02-12", true)]
    [InlineData("2026-01-02", false)] // swapped for 10/1
    [InlineData("2026-01-10", true)] // a Saturday that is worked
    [InlineData("2026-04-27", false)] // Giỗ Tổ fell on Sunday
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-11-24", false)]
    [InlineData("2025-04-26", true)]
    [InlineData("2025-05-02", false)]
    public void IsWorkingDay_KnownDay_IsAsAnnounced(string day, bool works) => Assert.Equal(works, calendar.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-23")] // over Tết
    [InlineData("2026-02-17", 1, "2026-02-23")] // from within Tết
    [InlineData("2027-02-04", 1, "2027-02-12")]
    [InlineData("2026-11-20", 1, "2026-11-23")] // over a weekend
    [InlineData("2026-11-20", 2, "2026-11-25")] // and over 24/11
    [InlineData("2025-12-31", 1, "2026-01-05")] // over the year's end, with a swapped Friday
    [InlineData("2026-12-31", 1, "2027-01-04")]
    [InlineData("2026-01-09", 1, "2026-01-10")] // Saturday is worked
    [InlineData("2026-02-23", -1, "2026-02-13")]
    [InlineData("2026-11-22", 0, "2026-11-23")] // Sunday: the next working day
    [InlineData("2026-11-23", 0, "2026-11-23")]
    [InlineData("2026-11-02", 15, "2026-11-23")]
    public void AddWorkingDays_OverDaysOff_CountsOnlyWorkingDays(string day, int count, string expected) =>
        Assert.Equal(Day(expected), calendar.AddWorkingDays(Day(day), count));

    [Theory]
    [InlineData("2026-11-23T03:00", 0, "2026-11-23T10:00")] // 10:00 in Vietnam; closes 17:00
    [InlineData("2026-11-23T10:01", 0, "2026-11-25T10:00")] // closed already, and 24/11 is off
    [InlineData("2026-11-22T20:00", 0, "2026-11-23T10:00")] // 03:00 on Monday in Vietnam, still Sunday in UTC
    [InlineData("2026-11-20T03:00", 1, "2026-11-23T10:00")]
    public void EndOfWorkingDay_FromAMoment_IsClosingTimeInVietnam(string now, int later, string expected) =>
        Assert.Equal(Utc(expected), calendar.EndOfWorkingDay(Utc(now), later));

    [Theory]
    [InlineData("2026-11-23T02:00", 2, "2026-11-23T04:00")] // 09:00 → 11:00
    [InlineData("2026-11-23T03:30", 2, "2026-11-23T07:30")] // 10:30 → over noon → 14:30
    [InlineData("2026-11-23T02:30", 2, "2026-11-23T04:30")] // ends exactly at 11:30
    [InlineData("2026-11-20T09:30", 1, "2026-11-23T01:00")] // Friday 16:30 → Monday 08:00
    [InlineData("2026-11-21T05:00", 1, "2026-11-23T01:30")] // from Saturday
    [InlineData("2026-02-13T09:00", 9, "2026-02-24T01:00")] // over Tết: 1 h, then 7.5 h, then half an hour
    [InlineData("2026-11-23T05:00", 0, "2026-11-23T05:00")]
    public void AddWorkingHours_OverBreaks_CountsOfficeHoursOnly(string from, int hours, string expected) =>
        Assert.Equal(Utc(expected), calendar.AddWorkingHours(Utc(from), hours));

    [Fact]
    public void AddHours_OverNightAndTet_IsPlainTime() =>
        Assert.Equal(Utc("2026-02-17T20:00"), WorkingCalendar.AddHours(Utc("2026-02-16T20:00"), 24));

    [Fact]
    public void LocalDate_AfterSeventeenUtc_IsTheNextDay()
    {
        Assert.Equal(Day("2026-12-31"), WorkingCalendar.LocalDate(Utc("2026-12-31T16:59")));
        Assert.Equal(Day("2027-01-01"), WorkingCalendar.LocalDate(Utc("2026-12-31T17:00")));
        Assert.Equal(TimeSpan.FromHours(7), WorkingCalendar.VietnamTime.GetUtcOffset(Utc("2026-06-01T00:00")));
    }

    [Fact]
    public void ToVietnam_LocalTimeOfTheMachine_IsRefused() =>
        Assert.Throws<ArgumentException>(() => WorkingCalendar.LocalDate(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)));

    [Fact]
    public void AddWorkingDays_IntoAYearWithoutData_NamesTheYearAndTheFile()
    {
        var problem = Assert.Throws<CalendarException>(() => calendar.AddWorkingDays(Day("2028-12-29"), 5));
        Assert.Contains("2029", problem.Message, StringComparison.Ordinal);
        Assert.Contains("holidays.json", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsWorkingDay_WeekendOfAYearWithoutData_IsRefusedToo() =>
        Assert.Throws<CalendarException>(() => calendar.IsWorkingDay(Day("2024-12-29")));

    [Fact]
    public void OfficeHours_InTheWrongOrder_AreRefused() =>
        Assert.Throws<CalendarException>(() => new WorkingCalendar(HolidayTable.Shipped(), new OfficeHours { AfternoonEnd = new TimeOnly(12, 0) }));

    [Fact]
    public void Shipped_LunarDays_AgreeWithTheLunarCalendar()
    {
        // The Vietnamese and the Chinese calendar agree on these days in 2025–2028; 2028 has a leap month, after the third.
        var lunar = new ChineseLunisolarCalendar();
        var table = HolidayTable.Shipped();
        for (var year = 2025; year <= 2028; year++)
        {
            var tet = DateOnly.FromDateTime(lunar.ToDateTime(year, 1, 1, 0, 0, 0, 0));
            foreach (var day in Enumerable.Range(-1, 4).Select(tet.AddDays))
            {
                Assert.False(calendar.IsWorkingDay(day), $"{day:O} is within Tết");
            }

            var hungKings = DateOnly.FromDateTime(lunar.ToDateTime(year, 3, 10, 0, 0, 0, 0));
            var observed = hungKings.DayOfWeek == DayOfWeek.Sunday ? hungKings.AddDays(1) : hungKings;
            Assert.Contains("Giỗ Tổ", table.HolidayOn(observed), StringComparison.Ordinal);
            Assert.Equal(5, CountTet(table, tet));
        }
    }

    [Fact]
    public void Shipped_EachYear_GivesTheDaysOfTheLabourCode()
    {
        // 11 days of the Labour Code, 24/11 from 2026, and one more for each worked weekend day.
        foreach (var (year, days) in new[] { (2025, 12), (2026, 14), (2027, 12), (2028, 12) })
        {
            var off = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year)
                .Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !calendar.IsWorkingDay(day));
            Assert.Equal(days, off);
        }

        Assert.Equal([2027, 2028], HolidayTable.Shipped().StatutoryOnly);
    }

    [Theory]
    [InlineData("""{"years":{"2030":{"status":"announced","off":[{"date":"2030-01-05","name":"x"}],"working":[]}}}""", "2030-01-05")]
    [InlineData("""{"years":{"2030":{"status":"announced","off":[],"working":[{"date":"2030-01-07","name":"x"}]}}}""", "2030-01-07")]
    [InlineData("""{"years":{"2030":{"status":"announced","off":[{"date":"2031-01-01","name":"x"}],"working":[]}}}""", "2031-01-01")]
    [InlineData("""{"years":{"2030":{"status":"announced"}}}""", "own.json")]
    [InlineData("nothing", "own.json")]
    public void Read_WrongTable_NamesThePlace(string json, string named)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var problem = Assert.Throws<CalendarException>(() => HolidayTable.Read(stream, "own.json"));
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Contains("own.json", problem.Message, StringComparison.Ordinal);
    }

    private static int CountTet(HolidayTable table, DateOnly tet) =>
        Enumerable.Range(-5, 15).Select(tet.AddDays)
            .Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && table.HolidayOn(day) is not null);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) =>
        DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
