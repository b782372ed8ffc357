using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Bodies that no longer exist, citations that a reader cannot look up, the end of the body, points out of order.</summary>
internal static partial class WordingRules
{
    /// <summary>The day from which there is no district level.</summary>
    private static readonly DateOnly EndOfDistricts = new(2025, 7, 1);

    internal static IEnumerable<TextFinding> Check(FormText text) =>
        (text.Day >= EndOfDistricts ? Abolished(text) : []).Concat(Undated(text.Document)).Concat(Unnumbered(text))
            .Concat(Future(text)).Concat(End(text)).Concat(Points(text.Document));

    private static IEnumerable<TextFinding> Abolished(FormText text)
    {
        foreach (var line in text.Lines)
        {
            var match = AbolishedBody().Match(VietnameseText.FoldTones(line.Text));
            if (match.Success)
            {
                yield return new("abolished-body", Severity.Warning, line.Number,
                    $"Dòng {line.Number} nhắc đến \"{match.Value}\", nay không còn. Hãy ghi tổ chức hiện hành.",
                    $"Line {line.Number} names \"{match.Value}\", which no longer exists. Name today's body.")
                {
                    Span = text.SpanOf(line.Number, line.Text.Substring(match.Index, match.Length)),
                };
            }
        }
    }

    private static IEnumerable<TextFinding> Undated(DirectiveDocument d) =>
        d.Citations
            .GroupBy(citation => citation.Symbol)
            .Select(mentions => mentions.First())
            .Where(first => first.Date is null && first.Line > 0 && first.Symbol != d.Number)
            .Select(first => new TextFinding("citation-incomplete", Severity.Warning, first.Line,
                $"Lần đầu nhắc đến {first.Symbol} phải ghi đủ ngày, tháng, năm ban hành.",
                $"The first mention of {first.Symbol} needs its date of issue."));

    private static IEnumerable<TextFinding> Unnumbered(FormText text) =>
        from paragraph in text.Document.BodyParagraphs()
        let match = DateWithoutNumber().Match(paragraph.Text)
        where match.Success
        select new TextFinding("citation-incomplete", Severity.Warning, paragraph.Line,
            $"\"{match.Value}\" thiếu số và ký hiệu văn bản.", $"\"{match.Value}\" lacks the number and symbol.")
        {
            Span = text.SpanOf(paragraph.Line, match.Value),
        };

    private static IEnumerable<TextFinding> Future(FormText text) =>
        text.Document.Date is null && !text.IsDraft ? [] : text.Document.Citations
            .Where(citation => citation.Date > text.Day)
            .DistinctBy(citation => (citation.Symbol, citation.Date))
            .Select(citation => new TextFinding("citation-future", Severity.Warning, citation.Line,
                $"{citation.Symbol} ghi ngày {citation.Date:dd/MM/yyyy}, sau ngày của văn bản này. Hãy kiểm tra lại ngày.",
                $"{citation.Symbol} is dated {citation.Date:dd/MM/yyyy}, later than this paper. Check the date."));

    // The number ends with "./." in practice and with "." by the guideline; which of the two is the office's choice.
    private static IEnumerable<TextFinding> End(FormText text)
    {
        if (text.Document.BodyParagraphs().LastOrDefault() is not { } last)
        {
            yield break;
        }

        var line = text.Document.Parts.LastOrDefault(part => part.Kind is PartKind.Preamble or PartKind.Section or PartKind.Closing)?.Line ?? last.Line;
        var raw = text.Raw[line - 1].TrimEnd();
        var alone = text.Lines.Skip(line).FirstOrDefault(below => !below.IsBlank) is { } below && below.Text is "./." or "/.";
        if (alone || !text.IsOnly(line, PartKind.Preamble, PartKind.Section, PartKind.Closing))
        {
            yield break;
        }

        if (char.IsLetterOrDigit(raw[^1]) || raw[^1] is ';' or ',')
        {
            var mended = raw.TrimEnd(';', ',') + ".";
            yield return new("body-end", Severity.Warning, line, "Nội dung văn bản phải kết thúc bằng dấu chấm.", "The body ends with a full stop.")
            {
                Fix = TextFix.OfLine(line, text.Raw[line - 1], mended),
            };
        }
        else if (Ending().Match(raw) is { Success: true } typed && Wanted(text.Profile.Ending) is { } wanted && typed.Value != wanted)
        {
            yield return new("body-end", Severity.Warning, line,
                $"Cơ quan quy ước kết thúc nội dung bằng \"{wanted}\".", $"The house style ends the body with \"{wanted}\".")
            {
                Span = new(typed.Index, typed.Length),
                Fix = TextFix.OfLine(line, text.Raw[line - 1], raw[..typed.Index] + wanted),
            };
        }
    }

    private static string? Wanted(BodyEnding ending) => ending switch
    {
        BodyEnding.FullStop => ".",
        BodyEnding.FullStopAndSlash => "./.",
        _ => null,
    };

    // Only where all points carry the same kind of number; a new start at 1 is a part of its own.
    private static IEnumerable<TextFinding> Points(DirectiveDocument d)
    {
        var numbers = d.Sections.Select(section => (section, Match: PointNumber().Match(section.Marker))).ToList();
        if (numbers.Exists(one => !one.Match.Success) || numbers.Select(one => one.Match.Groups["kind"].Value).Distinct().Count() > 1)
        {
            yield break;
        }

        for (var i = 1; i < numbers.Count; i++)
        {
            var (before, here) = (Value(numbers[i - 1].Match), Value(numbers[i].Match));
            if (here != before + 1 && here != 1 && numbers[i].section.Paragraphs is [var first, ..])
            {
                yield return new("points-in-order", Severity.Warning, first.Line,
                    here == before ? $"Mục {numbers[i].section.Marker} bị lặp số." : $"Mục {numbers[i].section.Marker} không nối tiếp mục {numbers[i - 1].section.Marker}",
                    here == before ? $"Point {numbers[i].section.Marker} repeats a number." : $"Point {numbers[i].section.Marker} does not follow point {numbers[i - 1].section.Marker}");
            }
        }
    }

    private static int Value(Match number) => int.Parse(number.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<kind>Điều |Mục |)(?<n>[0-9]{1,3})[.):/-]{0,2}$")]
    private static partial Regex PointNumber();

    [GeneratedRegex(@"\.(?:\s?/\s?\.)?$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"(?<!\p{L})(?:huyện ủy|thị ủy|(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|đảng bộ|cấp) (?:các )?(?:huyện|thị xã)|các huyện|ban cán sự đảng|bcs đảng|đảng đoàn|thị trấn)(?!\p{L})")]
    private static partial Regex AbolishedBody();

    [GeneratedRegex(@"(?:Nghị quyết|Chỉ thị|Quyết định|Kết luận|Quy định|Quy chế|Kế hoạch|Hướng dẫn|Công văn|Công điện|Thông báo) ngày [0-9]{1,2}\s?[/-]\s?[0-9]{1,2}\s?[/-]\s?[0-9]{4}")]
    private static partial Regex DateWithoutNumber();
}
