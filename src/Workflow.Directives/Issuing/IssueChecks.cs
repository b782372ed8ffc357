using System.Globalization;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Issuing;

/// <summary>What the dates of signature, number and issue say of each other; told to the registry while it numbers and issues.</summary>
public static class IssueChecks
{
    /// <summary>
    /// Rules <c>issue-before-signature</c> and <c>issue-late</c>, warnings: the date printed lies before the signature; the document goes out later than
    /// the working day after it was signed (Nghị định 30/2020/NĐ-CP art. 15, 18).
    /// </summary>
    /// <param name="signedAt">When it was signed, UTC; null while it is not.</param>
    /// <param name="printed">The date that goes with its number; null while it has none.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="calendar">Working days.</param>
    public static IEnumerable<TextFinding> Of(DateTime? signedAt, DateOnly? printed, DateTime now, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (signedAt is not { } at)
        {
            yield break;
        }

        var (signed, today) = (WorkingCalendar.LocalDate(at), WorkingCalendar.LocalDate(now));
        if (printed < signed)
        {
            yield return new("issue-before-signature", Severity.Warning, 0,
                $"Ngày văn bản {Day(printed.Value)} trước ngày ký {Day(signed)}.", $"The date {Day(printed.Value)} is before the signature of {Day(signed)}.");
        }

        var last = calendar.AddWorkingDays(signed, 1);
        if (today > last)
        {
            yield return new("issue-late", Severity.Warning, 0,
                $"Văn bản ký ngày {Day(signed)}, phải phát hành chậm nhất ngày {Day(last)}. Hãy phát hành ngay.",
                $"It was signed on {Day(signed)} and was to be issued by {Day(last)}. Issue it at once.");
        }
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
