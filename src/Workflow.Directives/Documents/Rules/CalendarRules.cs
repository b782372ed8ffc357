using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Directives.Orders;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Dates within the body: weekdays that fit, days that exist, deadlines still to come.</summary>
internal static partial class CalendarRules
{
    /// <summary>A day further back is what the text tells of, not a deadline with a slip in it.</summary>
    private const int FurthestBack = 400;

    private static readonly string[] Weekdays = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"];

    internal static IEnumerable<TextFinding> Check(FormText text) =>
        text.Document.BodyParagraphs().SelectMany(paragraph => Dates(text, paragraph)).Concat(Past(text));

    private static IEnumerable<TextFinding> Dates(FormText text, Paragraph paragraph)
    {
        foreach (var match in Dated().Matches(paragraph.Text).Cast<Match>())
        {
            var (day, month, year) = (Number(match, "day"), Number(match, "month"), Number(match, "year"));
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), month))
            {
                yield return new("impossible-date", Severity.Warning, paragraph.Line,
                    $"Không có ngày {day}/{month}/{year} trong lịch.", $"There is no {day}/{month}/{year} in the calendar.")
                {
                    Span = text.SpanOf(paragraph.Line, match.Value),
                };
            }
            else if (match.Groups["weekday"] is { Success: true } weekday && Weekday(weekday.Value) is { } said
                && said != new DateOnly(year, month, day).DayOfWeek)
            {
                var right = Weekdays[(int)new DateOnly(year, month, day).DayOfWeek];
                yield return new("weekday", Severity.Warning, paragraph.Line,
                    $"Ngày {day}/{month}/{year} là {right}, không phải {weekday.Value.ToLowerInvariant()}.",
                    $"{day}/{month}/{year} is a {new DateOnly(year, month, day).DayOfWeek}, not a {said}.")
                {
                    Span = text.SpanOf(paragraph.Line, match.Value),
                };
            }
        }
    }

    // Without a date of its own only a draft is held to today; an old paper whose date was lost is not.
    private static IEnumerable<TextFinding> Past(FormText text) =>
        text.Document.Date is null && !text.IsDraft ? [] : OrderReader.Read(text.Document)
            .Where(order => order.Deadline is { Recurs: false, Day: { } last } && last < text.Day && last >= text.Day.AddDays(-FurthestBack)
                && !Happened().IsMatch(Before(order.Source, order.Deadline.Words)))
            .DistinctBy(order => (order.Line, order.Deadline!.Day))
            .Select(order => new TextFinding("deadline-past", Severity.Warning, order.Line,
                $"Hạn \"{order.Deadline!.Words}\" trước ngày của văn bản.", $"The deadline \"{order.Deadline.Words}\" is before the paper's date.")
            {
                Span = text.SpanOf(order.Line, order.Deadline.Words),
            });

    private static string Before(string passage, string words) =>
        passage.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? passage[..at] : "";

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    private static DayOfWeek? Weekday(string words)
    {
        var folded = VietnameseText.Collapse(words.ToLowerInvariant()).Replace("bẩy", "bảy", StringComparison.Ordinal);
        var at = folded[^1] is >= '2' and <= '7' ? folded[^1] - '1' : Array.IndexOf(Weekdays, folded);
        return at < 0 ? null : (DayOfWeek)at;
    }

    // "… thành lập trước ngày 01/7/2025": the day tells which, not until when.
    [GeneratedRegex(@"(?<!\p{L})(?:thành lập|ban hành|ký|sinh|bổ nhiệm|tuyển dụng|công nhận|phát sinh|hiệu lực|tồn tại|kết nạp|có)\s+(?:\p{L}+\s+){0,2}$")]
    private static partial Regex Happened();

    [GeneratedRegex(@"(?:(?<![\p{L}])(?<weekday>[Tt]hứ\s(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb][ảẩ]y|[2-7])|[Cc]hủ\s[Nn]hật)[\s,(]{1,3})?(?<![\p{L}])ngày\s(?<day>[0-9]{1,2})(?:\s?[/.-]\s?(?<month>[0-9]{1,2})\s?[/.-]\s?|\stháng\s(?<month>[0-9]{1,2})\snăm\s)(?<year>[12][0-9]{3})(?![0-9])(?:[\s,(]{1,3}(?<weekday>[Tt]hứ\s(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb][ảẩ]y|[2-7])|[Cc]hủ\s[Nn]hật))?")]
    private static partial Regex Dated();
}
