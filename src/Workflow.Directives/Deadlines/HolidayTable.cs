using System.Globalization;
using System.Text.Json;

namespace Workflow.Directives.Deadlines;

/// <summary>The days off and the worked weekend days, year by year, as read from <c>holidays.json</c>.</summary>
public sealed class HolidayTable
{
    private const string Resource = "Workflow.Directives.Deadlines.holidays.json";

    private readonly HashSet<int> years = [];
    private readonly Dictionary<DateOnly, string> off = [];
    private readonly Dictionary<DateOnly, string> working = [];

    private HolidayTable(string source) => Source = source;

    /// <summary>The file the data came from, as named in problems.</summary>
    public string Source { get; }

    /// <summary>Years whose swapped days have not been announced yet, so that an administrator can be told.</summary>
    public IReadOnlyCollection<int> StatutoryOnly { get; private set; } = [];

    /// <summary>The table that ships with the program.</summary>
    public static HolidayTable Shipped()
    {
        using var stream = typeof(HolidayTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new CalendarException($"{Resource} is not embedded in this program.");
        return Read(stream, "Deadlines/holidays.json");
    }

    /// <summary>A table an administrator keeps.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CalendarException">The file cannot be understood; the text names the place.</exception>
    public static HolidayTable FromFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="json">JSON of the form of the shipped file; the shipped file explains itself.</param>
    /// <param name="source">Name to use in problems.</param>
    /// <exception cref="CalendarException">The JSON cannot be understood; the text names the place.</exception>
    public static HolidayTable Read(Stream json, string source)
    {
        var table = new HolidayTable(source);
        try
        {
            using var document = JsonDocument.Parse(json);
            var statutory = new List<int>();
            foreach (var year in document.RootElement.GetProperty("years").EnumerateObject())
            {
                var number = int.Parse(year.Name, NumberStyles.None, CultureInfo.InvariantCulture);
                table.years.Add(number);
                table.Take(year.Value.GetProperty("off"), number, table.off, weekend: false);
                table.Take(year.Value.GetProperty("working"), number, table.working, weekend: true);
                if (year.Value.GetProperty("status").GetString() != "announced")
                {
                    statutory.Add(number);
                }
            }

            table.StatutoryOnly = statutory;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new CalendarException($"{source} cannot be read as a table of holidays: {e.Message}");
        }

        return table;
    }

    /// <summary>Name of the holiday on a weekday, or null when it is none.</summary>
    /// <param name="day">A date in Vietnam.</param>
    /// <exception cref="CalendarException">The year has no data.</exception>
    public string? HolidayOn(DateOnly day) => Require(day).off.GetValueOrDefault(day);

    /// <summary>Whether a Saturday or Sunday is worked instead of another day.</summary>
    /// <param name="day">A date in Vietnam.</param>
    /// <exception cref="CalendarException">The year has no data.</exception>
    public bool IsWorkedInstead(DateOnly day) => Require(day).working.ContainsKey(day);

    private HolidayTable Require(DateOnly day) =>
        years.Contains(day.Year)
            ? this
            : throw new CalendarException($"There is no data on the holidays of {day.Year}. Add the year {day.Year} to {Source}.");

    private void Take(JsonElement days, int year, Dictionary<DateOnly, string> into, bool weekend)
    {
        foreach (var day in days.EnumerateArray())
        {
            var date = DateOnly.ParseExact(day.GetProperty("date").GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            if (date.Year != year || isWeekend != weekend || !into.TryAdd(date, day.GetProperty("name").GetString() ?? ""))
            {
                throw new CalendarException(
                    $"{Source}: {date:yyyy-MM-dd} under {year} must be once, in that year, and a {(weekend ? "Saturday or Sunday under 'working'" : "weekday under 'off'")}.");
            }
        }
    }
}
