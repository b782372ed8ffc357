using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Number, date, type and subject at the head of the paper.</summary>
internal static partial class HeadRules
{
    internal static IEnumerable<TextFinding> Check(FormText text) =>
        Numbers(text).Concat(Dated(text)).Concat(Subject(text)).Concat(UnderSubject(text));

    private static IEnumerable<TextFinding> Numbers(FormText text)
    {
        var d = text.Document;
        var line = text.FirstLine(PartKind.Number);
        if (line == 0)
        {
            yield break;
        }

        var raw = text.Raw[line - 1];
        if (d.Number is not null && OneDigit().IsMatch(d.Number))
        {
            var digit = FirstDigit().Match(raw);
            yield return new("number-form", Severity.Warning, line,
                $"Số nhỏ hơn 10 phải thêm số 0 ở trước: 0{d.Number}.", $"A number below 10 takes a leading zero: 0{d.Number}.")
            {
                Span = digit.Success ? new(digit.Index, digit.Length) : null,
                Fix = digit.Success ? TextFix.OfLine(line, raw, raw.Insert(digit.Index, "0")) : null,
            };
        }

        var label = Label().Match(raw);
        if (label.Success && label.Groups["colon"].Success != text.Profile.IsState)
        {
            yield return text.Profile.IsState
                ? new("number-label", Severity.Warning, line, "Văn bản nhà nước ghi \"Số:\" có dấu hai chấm.", "State papers print \"Số:\" with a colon.")
                {
                    Span = new(label.Index, label.Length),
                    Fix = TextFix.OfLine(line, raw, Label().Replace(raw, "Số:", 1)),
                }
                : new("number-label", Severity.Warning, line, "Văn bản của Đảng ghi \"Số\" không có dấu hai chấm.", "Party papers print \"Số\" without a colon.")
                {
                    Span = new(label.Index, label.Length),
                    Fix = TextFix.OfLine(line, raw, Label().Replace(raw, "Số", 1)),
                };
        }

        if (d.Type is { } type && text.FirstLine(PartKind.Type) > 0 && d.Symbol?.Split('/') is [var symbol, _]
            && DocumentTypes.SymbolOf(type) is { } expected && symbol != expected && !(type.Code == "QĐi" && symbol == "QĐi"))
        {
            yield return new("number-type", Severity.Warning, line,
                $"Ký hiệu ghi {symbol} nhưng tên loại là {type.Name.ToLowerInvariant()} ({expected}).",
                $"The symbol says {symbol}, but the printed type is {type.Name} ({expected}).")
            {
                Span = text.SpanOf(line, symbol),
            };
        }
    }

    private static IEnumerable<TextFinding> Dated(FormText text)
    {
        var line = text.Lines.FirstOrDefault(line => NumberForms.TakePlaceAndDate(line.Raw, out _, out _, out var date) && date is not null);
        if (line is null || text.Document.Date is not { } day)
        {
            yield break;
        }

        var zeros = Zeros().Match(line.Text);
        if (zeros.Groups["day"].Value == $"{day.Day:00}" && zeros.Groups["month"].Value == PlainText.Month(day.Month))
        {
            yield break;
        }

        var right = PlainText.DateLine("", day)[", ".Length..];
        var (raw, typed) = (text.Raw[line.Number - 1], TypedDate().Match(text.Raw[line.Number - 1]));
        yield return new("date-zero", Severity.Warning, line.Number,
            $"Ngày dưới 10 và tháng 1, 2 phải thêm số 0; các tháng 3–9 thì không: {right}.",
            "Days below 10 and months 1 and 2 take a leading zero; months 3 to 9 do not.")
        {
            Span = typed.Success ? new(typed.Index, typed.Length) : null,
            Fix = typed.Success ? TextFix.OfLine(line.Number, raw, TypedDate().Replace(raw, right, 1)) : null,
        };
    }

    private static IEnumerable<TextFinding> Subject(FormText text)
    {
        var line = text.FirstLine(PartKind.Subject);
        if (text.Document is not { Type.Code: "CV", Subject: { } subject } || line == 0)
        {
            yield break;
        }

        var wanted = text.Profile.LetterSubject;
        var begins = About().Match(subject);
        var isRight = wanted switch
        {
            LetterSubjectWording.Abbreviated => subject.StartsWith("V/v ", StringComparison.Ordinal),
            LetterSubjectWording.InFull => subject.StartsWith("Về việc ", StringComparison.OrdinalIgnoreCase),
            LetterSubjectWording.Bare => !begins.Success,
            _ => true,
        };
        if (isRight)
        {
            yield break;
        }

        var lead = wanted switch { LetterSubjectWording.Abbreviated => "V/v ", LetterSubjectWording.InFull => "Về việc ", _ => "" };
        var raw = text.Raw[line - 1];
        var typed = About().Match(raw.TrimStart());
        var indent = raw[..^raw.TrimStart().Length];
        yield return new("subject-words", Severity.Warning, line,
            lead.Length > 0 ? $"Trích yếu công văn của cơ quan mở đầu bằng \"{lead.Trim()}\"." : "Trích yếu công văn của cơ quan không mở đầu bằng \"V/v\" hay \"Về việc\".",
            lead.Length > 0 ? $"The house style begins a subject with \"{lead.Trim()}\"." : "The house style begins a subject without \"V/v\" or \"Về việc\".")
        {
            Span = typed.Success ? new(indent.Length, typed.Length) : null,
            Fix = text.IsOnly(line, PartKind.Subject)
                ? TextFix.OfLine(line, raw, indent + lead + raw.TrimStart()[typed.Length..])
                : null,
        };
    }

    private static IEnumerable<TextFinding> UnderSubject(FormText text)
    {
        var last = text.Document.Parts.LastOrDefault(part => part.Kind == PartKind.Subject)?.Line ?? 0;
        if (text.Document.Type?.Code == "CV" || last == 0)
        {
            yield break;
        }

        var under = text.Lines.Skip(last).FirstOrDefault(line => !line.IsBlank);
        var rule = under is null ? Match.Empty : Hyphens().Match(text.Raw[under.Number - 1]);
        if (rule.Success && rule.Groups["rule"].Value != "-----")
        {
            yield return new("subject-rule", Severity.Warning, under!.Number,
                "Dưới trích yếu là năm gạch nối: -----.", "Under the subject stand five hyphens: -----.")
            {
                Span = new(rule.Groups["rule"].Index, rule.Groups["rule"].Length),
                Fix = text.Replace(under.Number, rule.Groups["rule"].Value, "-----"),
            };
        }
    }

    [GeneratedRegex(@"(?<day>[0-9]{1,2})\s+\p{L}{5}\s+(?<month>[0-9]{1,2})\s+\p{L}{3}\s+[0-9]{4}")]
    private static partial Regex Zeros();

    [GeneratedRegex(@"ngày\s*[0-9]{1,2}\s*(?:tháng\s*[0-9]{1,2}\s*năm\s*|[/.-]\s?[0-9]{1,2}\s?[/.-]\s?)[0-9]{4}")]
    private static partial Regex TypedDate();

    [GeneratedRegex(@"^[1-9](?:[-/])")]
    private static partial Regex OneDigit();

    [GeneratedRegex(@"(?<![0-9])[1-9](?=\s*[-–/])")]
    private static partial Regex FirstDigit();

    [GeneratedRegex(@"(?<!\p{L})Số(?<colon>\s?:)?(?=[\s.…_]*[0-9]{0,5}[a-z]?[\s.…_]*[-–/])")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:V\s?/\s?v(?:\s*:)?|Về\s+việc)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(@"^\s*(?<rule>[-–—]{2,30})\s*$")]
    private static partial Regex Hyphens();
}
