using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Orders;

/// <summary>Finds until when a passage wants a thing done.</summary>
internal static partial class DeadlineWords
{
    private const int MonthsOfQuarter = 3;

    /// <summary>The first deadline of a passage, or null.</summary>
    /// <param name="passage">Text in NFC.</param>
    /// <param name="from">The date of the paper, from which "trong 30 ngày" counts and years are completed; null while it has none.</param>
    internal static OrderDeadline? Find(string passage, DateOnly? from)
    {
        var folded = VietnameseText.FoldTones(passage);
        var found = new (Match Match, Func<Match, DateOnly?, DateOnly?>? Day)[]
        {
            (Recurring().Match(folded), null),
            (Dated().Match(folded), DayNamed),
            (Month().Match(folded), EndOfMonth),
            (Quarter().Match(folded), EndOfQuarter),
            (Year().Match(folded), EndOfYear),
            (Span().Match(folded), AfterSpan),
            (BeforeEvent().Match(folded), static (_, _) => null),
        };
        var first = found.Where(one => one.Match.Success).OrderBy(one => one.Match.Index).FirstOrDefault();
        return first.Match is not { } match
            ? null
            : new(first.Day?.Invoke(match, from), passage.Substring(match.Index, match.Length).Trim(), Recurs: first.Day is null);
    }

    private static DateOnly? DayNamed(Match match, DateOnly? from)
    {
        var (day, month) = (Number(match, "day"), Number(match, "month"));
        return match.Groups["year"].Success || from is not { } start
            ? Date(Number(match, "year"), month, day)
            : Date(start.Year, month, day) is { } same && same >= start ? same : Date(start.Year + 1, month, day);
    }

    private static DateOnly? EndOfMonth(Match match, DateOnly? from)
    {
        var month = Number(match, "month");
        var year = match.Groups["year"].Success ? Number(match, "year")
            : from is { } start ? start.Year + (month < start.Month ? 1 : 0) : 0;
        return Date(year, month, 1) is not { } first ? null : Last(first, 1, match);
    }

    private static DateOnly? EndOfQuarter(Match match, DateOnly? from)
    {
        if (match.Groups["next"].Success)
        {
            return from is not { } start ? null
                : new DateOnly(start.Year, (start.Month - 1) / MonthsOfQuarter * MonthsOfQuarter + 1, 1).AddMonths(2 * MonthsOfQuarter).AddDays(-1);
        }

        var quarter = match.Groups["quarter"].Value switch { "i" or "1" => 1, "ii" or "2" => 2, "iii" or "3" => 3, _ => 4 };
        var year = match.Groups["year"].Success ? Number(match, "year") : from?.Year ?? 0;
        return Date(year, (quarter - 1) * MonthsOfQuarter + 1, 1) is not { } first ? null : Last(first, MonthsOfQuarter, match);
    }

    private static DateOnly? EndOfYear(Match match, DateOnly? from) =>
        Date(Number(match, "year"), 1, 1) is not { } first ? null
            : match.Groups["half"].Success ? Last(first, 6, match) : Last(first, 12, match);

    private static DateOnly? AfterSpan(Match match, DateOnly? from)
    {
        // From another event than the paper's own date the text alone gives no day; nor do hours or working days.
        if (from is not { } start || match.Groups["since"].Value is { Length: > 0 } since && !OwnDate().IsMatch(since))
        {
            return null;
        }

        var count = Number(match, "count");
        return match.Groups["unit"].Value switch
        {
            "ngày" => start.AddDays(count),
            "tuần" => start.AddDays(7 * count),
            "tháng" => start.AddMonths(count),
            _ => null,
        };
    }

    // "Trước tháng 9" ends with August; "trong tháng 9" with September.
    private static DateOnly Last(DateOnly first, int months, Match match) =>
        match.Value.StartsWith("trước", StringComparison.Ordinal) && !match.Groups["within"].Success
            ? first.AddDays(-1)
            : first.AddMonths(months).AddDays(-1);

    private static DateOnly? Date(int year, int month, int day) =>
        year is > 1900 and < 2200 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"(?<!\p{L})(?:(?:trước|vào|chậm nhất(?: là)?(?: vào)?|đến)\s+(?:lúc\s+)?(?:(?:ngày|mùng)\s+\d{1,2}(?:\s+tháng\s+\d{1,2}|/\d{1,2})?|\d{1,2}\s?(?:giờ|h)(?:\s?\d{2})?|thứ\s+\p{L}+|cuối)\s+(?:của\s+)?)?(?:(?:định kỳ|thường kỳ)\s+)?(?:(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm|\d{1,2}\s+(?:giờ|ngày|tuần|tháng))|định kỳ\s+\d{1,2}\s+(?:giờ|ngày|tuần|tháng)(?:/lần| một lần)?|\d{1,2}\s+(?:giờ|ngày|tuần|tháng)/lần|định kỳ\s+(?:6|sáu)\s+tháng(?:,\s*(?:1 |một )?năm)?)(?!\p{L})")]
    private static partial Regex Recurring();

    [GeneratedRegex(@"(?<!\p{L})(?:trước|chậm nhất|muộn nhất|không muộn hơn|không quá|hạn cuối|đến hết|(?:hoàn thành|xong|báo cáo)(?: vào| trong)?(?= ngày)|trong(?= ngày \d))(?:\s+(?:là|vào|trước|đến|hết|đến hết))*(?:\s+\d{1,2}\s?(?:giờ|h)(?:\s?\d{2})?(?:\s+phút)?,?)?\s+(?:ngày\s+)?(?:(?<day>\d{1,2})\s?[/.-]\s?(?<month>\d{1,2})(?:\s?[/.-]\s?(?<year>\d{4}))?(?![\d/])|(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?:\s+năm\s+(?<year>\d{4}))?)")]
    private static partial Regex Dated();

    [GeneratedRegex(@"(?<!\p{L})(?:trước|trong|đến hết|hết|chậm nhất(?: là)?(?: vào| trong| đến)?|xong(?: trong)?)\s+(?:(?<within>giữa|cuối|hết)\s+)?tháng\s+(?<month>\d{1,2})(?:\s?[/-]\s?(?<year>\d{4})|\s+năm\s+(?<year>\d{4}))?(?![\d/]|\s+tuổi)")]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<!\p{L})(?:trước|trong|đến hết|hết|chậm nhất(?: là)?(?: vào| trong| đến)?|xong(?: trong)?)\s+(?:(?<within>cuối|hết)\s+)?quý\s+(?:(?<next>tới|sau)|(?<quarter>iv|i{1,3}|[1-4])(?:\s?[/-]\s?(?<year>\d{4})|\s+năm\s+(?<year>\d{4}))?)(?![\p{L}\d])")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"(?<!\p{L})(?:trước|trong|đến hết|hết|chậm nhất(?: là)?(?: vào| trong| đến)?|xong(?: trong)?)\s+(?:(?<within>cuối|hết)\s+)?(?:(?<half>(?:6|sáu) tháng đầu)\s+)?năm\s+(?<year>\d{4})(?!\d|\s?[-–]\s?\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:chậm nhất|muộn nhất)(?: là)?(?: sau| trong)?|(?:trong|sau)(?: vòng| thời hạn| thời gian)?(?: không quá| tối đa)?)\s+(?<count>\d{1,3})\s+(?<unit>ngày làm việc|ngày|tuần|tháng|giờ)(?!\p{L})(?!\s+(?:qua|đầu|cuối|gần))(?:,?\s+(?:kể\s+)?từ\s+(?<since>(?:ngày|khi)(?:\s+[\p{L}\d/]+){1,5}))?")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<!\p{L})trước\s+(?:khi|ngày|dịp|mùa)(?:\s+(?!trước|ngày|tháng)\p{L}+){1,5}\s+\d{1,2}\s+(?:ngày|tuần|tháng)(?!\p{L})")]
    private static partial Regex BeforeEvent();

    [GeneratedRegex(@"^ngày\s+(?:ban hành|ký|có hiệu lực|phát hành)")]
    private static partial Regex OwnDate();
}
