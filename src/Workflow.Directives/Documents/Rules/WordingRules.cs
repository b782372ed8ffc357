using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Bodies that no longer exist, and citations that a reader cannot look up.</summary>
internal static partial class WordingRules
{
    /// <summary>The day from which there is no district level.</summary>
    private static readonly DateOnly EndOfDistricts = new(2025, 7, 1);

    internal static IEnumerable<TextFinding> Check(DirectiveDocument d, IReadOnlyList<SourceLine> lines, DateOnly today) =>
        ((d.Date ?? today) >= EndOfDistricts ? Abolished(lines) : []).Concat(Undated(d)).Concat(Unnumbered(d));

    private static IEnumerable<TextFinding> Abolished(IReadOnlyList<SourceLine> lines)
    {
        foreach (var line in lines)
        {
            var match = AbolishedBody().Match(VietnameseText.FoldTones(line.Text));
            if (match.Success)
            {
                yield return new("abolished-body", Severity.Warning, line.Number,
                    $"Dòng {line.Number} nhắc đến \"{match.Value}\", nay không còn. Hãy ghi tổ chức hiện hành.",
                    $"Line {line.Number} names \"{match.Value}\", which no longer exists. Name today's body.");
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

    private static IEnumerable<TextFinding> Unnumbered(DirectiveDocument d) =>
        from paragraph in d.BodyParagraphs()
        let match = DateWithoutNumber().Match(paragraph.Text)
        where match.Success
        select new TextFinding("citation-incomplete", Severity.Warning, paragraph.Line,
            $"\"{match.Value}\" thiếu số và ký hiệu văn bản.", $"\"{match.Value}\" lacks the number and symbol.");

    [GeneratedRegex(@"(?<!\p{L})(?:huyện ủy|thị ủy|(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|đảng bộ|cấp) (?:các )?(?:huyện|thị xã)|các huyện|ban cán sự đảng|bcs đảng|đảng đoàn|thị trấn)(?!\p{L})")]
    private static partial Regex AbolishedBody();

    [GeneratedRegex(@"(?:Nghị quyết|Chỉ thị|Quyết định|Kết luận|Quy định|Quy chế|Kế hoạch|Hướng dẫn|Công văn|Công điện|Thông báo) ngày [0-9]{1,2}\s?[/-]\s?[0-9]{1,2}\s?[/-]\s?[0-9]{4}")]
    private static partial Regex DateWithoutNumber();
}
