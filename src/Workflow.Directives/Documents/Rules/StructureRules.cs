using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Whether the parts of a directive are there and filled in (Hướng dẫn 36-HD/VPTW, 05-HD/VPTW: components 1–9 are mandatory).</summary>
internal static partial class StructureRules
{
    internal static IEnumerable<TextFinding> Check(FormText text) => Present(text.Document).Concat(Filled(text)).Concat(Incomplete(text));

    private static IEnumerable<TextFinding> Present(DirectiveDocument d)
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
    }

    private static IEnumerable<TextFinding> Filled(FormText text)
    {
        foreach (var line in text.Lines)
        {
            if (Placeholder().Match(line.Text) is { Success: true } place)
            {
                yield return new("placeholder", Severity.Error, line.Number,
                    $"Dòng {line.Number} còn chỗ trống của mẫu: {place.Value}. Hãy điền hoặc xóa.",
                    $"Line {line.Number} still holds a placeholder of the template. Fill it in or delete it.")
                {
                    Span = text.SpanOf(line.Number, place.Value),
                };
            }
        }
    }

    // One finding for all that is missing: a text pasted without its head should not drown the rest.
    private static IEnumerable<TextFinding> Incomplete(FormText text)
    {
        var d = text.Document;
        if (d.Type?.Code is "CLCT" or "DL")
        {
            yield break;
        }

        (bool Missing, string Vietnamese, string English)[] parts =
        [
            (d.Title == HeadTitle.None, text.Profile.IsState ? "Quốc hiệu, Tiêu ngữ" : "tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM", "the national title"),
            (d.Issuer is null, "cơ quan ban hành (chữ in hoa)", "the issuing organ (in capitals)"),
            (d.Symbol is null, "số và ký hiệu", "number and symbol"),
            (d.Place is null, "địa danh và ngày, tháng, năm", "place and date"),
            (d.Subject is null && d.Type?.Code is not ("LKG" or "ThC" or "GGT" or "GCN" or "GĐĐ" or "GNP"), "trích yếu", "the subject"),
        ];
        var missing = parts.Where(part => part.Missing).ToList();
        if (missing.Count > 0)
        {
            yield return new("head-incomplete", Severity.Warning, 0,
                $"Phần đầu văn bản còn thiếu: {string.Join("; ", missing.Select(part => part.Vietnamese))}.",
                $"The head lacks {string.Join(", ", missing.Select(part => part.English))}.");
        }

        if (d.Signature is null or { Authority: null, Position: null })
        {
            yield return new("signature-incomplete", Severity.Warning, d.Signature?.Name is { } name ? text.LineOf(name, PartKind.SignatureName) : 0,
                "Phần ký còn thiếu quyền hạn (T/M, T/L …) và chức vụ người ký.", "The signature lacks authority (T/M, T/L …) and position.");
        }
        else if (d.Signature is { Authority: { } authority, Position: null })
        {
            yield return new("signature-incomplete", Severity.Warning, text.LineOf(PlainText.AuthorityLines(authority).First(), PartKind.SignatureAuthority),
                "Phần ký còn thiếu chức vụ người ký, ví dụ \"PHÓ BÍ THƯ\".", "The signature lacks the signer's position.");
        }
    }

    // "[1]" is a footnote and "(…)" an ellipsis of the author; words in square brackets and names in braces are the template's.
    [GeneratedRegex(@"\[(?!\s?(?i:đã ký))[^\[\]]*\p{L}{2}[^\[\]]*\]|\[\s*(?:…|\.{2,})\s*\]|\{\p{L}+\}")]
    private static partial Regex Placeholder();
}
