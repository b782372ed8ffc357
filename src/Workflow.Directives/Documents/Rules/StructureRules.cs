using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Whether the parts of a directive are there and filled in (Hướng dẫn 36-HD/VPTW, 05-HD/VPTW: components 1–9 are mandatory).</summary>
internal static partial class StructureRules
{
    internal static IEnumerable<TextFinding> Check(DirectiveDocument d, IReadOnlyList<SourceLine> lines)
    {
        if (d.Type is null)
        {
            yield return new("type-missing", Severity.Error, 0,
                "Không nhận ra loại văn bản. Hãy ghi tên loại (CHỈ THỊ, THÔNG BÁO …) trên một dòng riêng, hoặc ký hiệu của công văn (Số      -CV/TU).",
                "No document type was recognised. Print its name on a line of its own, or the symbol of a công văn.");
        }

        if (!d.BodyParagraphs().Any())
        {
            yield return new("body-missing", Severity.Error, 0,
                "Văn bản không có nội dung giữa trích yếu và nơi nhận.", "There is no body between the subject and the recipients.");
        }

        foreach (var line in lines.Where(line => Placeholder().IsMatch(line.Text)))
        {
            yield return new("placeholder", Severity.Error, line.Number,
                $"Dòng {line.Number} còn chỗ trống của mẫu: {Placeholder().Match(line.Text).Value}. Hãy điền hoặc xóa.",
                $"Line {line.Number} still holds a placeholder of the template. Fill it in or delete it.");
        }

        foreach (var finding in Head(d, lines))
        {
            yield return finding;
        }
    }

    private static IEnumerable<TextFinding> Head(DirectiveDocument d, IReadOnlyList<SourceLine> lines)
    {
        if (d.Number is not null && OneDigit().IsMatch(d.Number))
        {
            var line = lines.FirstOrDefault(line => NumberForms.TakeNumber(line.Raw, out _)?.Number == d.Number)?.Number ?? 0;
            yield return new("number-form", Severity.Warning, line,
                $"Số nhỏ hơn 10 phải thêm số 0 ở trước: 0{d.Number}.", $"A number below 10 takes a leading zero: 0{d.Number}.");
        }

        var dated = lines.FirstOrDefault(line => NumberForms.TakePlaceAndDate(line.Raw, out _, out _, out var date) && date is not null);
        if (dated is not null && d.Date is { } day && Zeros().Match(dated.Text) is var zeros
            && (zeros.Groups["day"].Value != $"{day.Day:00}" || zeros.Groups["month"].Value != PlainText.Month(day.Month)))
        {
            yield return new("date-zero", Severity.Warning, dated.Number,
                $"Ngày dưới 10 và tháng 1, 2 phải thêm số 0; các tháng 3–9 thì không: {RightDate(day)}.",
                "Days below 10 and months 1 and 2 take a leading zero; months 3 to 9 do not.");
        }
    }

    private static string RightDate(DateOnly day) =>
        PlainText.DateLine("", day)[", ".Length..];

    // "[1]" is a footnote and "(…)" an ellipsis of the author; words in square brackets and names in braces are the template's.
    [GeneratedRegex(@"\[(?!\s?(?i:đã ký))[^\[\]]*\p{L}{2}[^\[\]]*\]|\[\s*(?:…|\.{2,})\s*\]|\{\p{L}+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<day>[0-9]{1,2})\s+\p{L}{5}\s+(?<month>[0-9]{1,2})\s+\p{L}{3}\s+[0-9]{4}")]
    private static partial Regex Zeros();

    [GeneratedRegex(@"^[1-9](?:[-/])")]
    private static partial Regex OneDigit();
}
