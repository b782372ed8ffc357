using System.Globalization;
using Microsoft.Extensions.Localization;
using Workflow.Web.Resources;

namespace Workflow.Web.Localization;

/// <summary>Instants as the office says them: in the office's own zone, day before month, short when the day is near.</summary>
/// <param name="text">Words of the request's language.</param>
internal sealed class SpokenTime(IStringLocalizer<Text> text)
{
    /// <summary>The zone every rule and every page uses.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The first instant of tomorrow in the office, UTC.</summary>
    /// <param name="now">The present instant.</param>
    public static DateTime EndOfToday(DateTime now) => TimeZoneInfo.ConvertTimeToUtc(Local(now).Date.AddDays(1), Zone);

    public static string Day(DateTime utc) => Local(utc).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string DayOf(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Moment(DateTime utc) => Local(utc).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The instant for the <c>datetime</c> attribute of a time element.</summary>
    /// <param name="utc">The instant.</param>
    public static string Machine(DateTime utc) =>
        DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>How far a deadline is, by calendar days of the office.</summary>
    /// <param name="due">The deadline.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>A tone (see site.css) and the words.</returns>
    public (string Tone, string Words) Deadline(DateTime due, DateTime now)
    {
        var day = Local(due);
        var days = (day.Date - Local(now).Date).Days;
        var clock = day.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (due < now)
        {
            var late = now - due;
            return ("bad", late.TotalHours < 1 ? text["Due.LateMinutes", (int)late.TotalMinutes]
                : days == 0 || late.TotalHours < 24 ? text["Due.LateHours", (int)late.TotalHours]
                : text["Due.LateDays", (int)late.TotalDays]);
        }

        return days switch
        {
            0 => ("warn", text["Due.Today", clock]),
            1 => ("warn", text["Due.Tomorrow", clock]),
            < 8 => ("mute", text["Due.InDays", days]),
            _ => ("mute", text["Due.On", Day(due)]),
        };
    }
}
