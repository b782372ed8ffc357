using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Who signs how (Hướng dẫn 36-HD/VPTW and 05-HD/VPTW on the authority of signing).</summary>
internal static partial class SignatureRules
{
    internal static IEnumerable<TextFinding> Check(DirectiveDocument d, IReadOnlyList<SourceLine> lines)
    {
        if (d.Signature is not { } signature)
        {
            yield break;
        }

        if (signature.Authority is { } authority)
        {
            var line = LineOf(lines, PlainText.AuthorityLines(authority).First());
            if (IsForCommittee(d, authority, signature.Position))
            {
                yield return new("deputy-for-committee", Severity.Error, line,
                    "Cấp ủy làm việc theo chế độ tập thể: phó bí thư ký \"T/M\" (thay mặt), không ký \"K/T\".",
                    "A Party committee is a collective: its deputy secretary signs T/M (on behalf), never K/T.");
            }

            if (d.Title != HeadTitle.State && d.Symbol?.Contains('/', StringComparison.Ordinal) != false && !Slashed().IsMatch(authority))
            {
                yield return new("authority-form", Severity.Warning, line,
                    "Văn bản của Đảng ghi T/M, K/T, T/L với dấu gạch chéo, không dùng dấu chấm.",
                    "Party papers write T/M, K/T, T/L with a slash, not with a dot.");
            }
        }

        if (signature.Position is { } position && WithCommittee().IsMatch(VietnameseText.FoldTones(position)))
        {
            yield return new("position-with-committee", Severity.Warning, LineOf(lines, position),
                "Chức vụ người ký không ghi kèm tên cấp ủy, ví dụ chỉ ghi \"PHÓ BÍ THƯ\".",
                "The signer's position does not repeat the committee's name.");
        }

        if (signature.Name is { } name && Titled().IsMatch(name))
        {
            yield return new("title-before-name", Severity.Warning, LineOf(lines, name),
                "Không ghi học hàm, học vị, quân hàm trước họ tên người ký.", "No academic title or rank stands before the signer's name.");
        }
    }

    // Under T/L the chief of the office has a deputy who may sign for the chief; the committee itself has none.
    private static bool IsForCommittee(DirectiveDocument d, string authority, string? position)
    {
        var deputy = Deputy().Match(authority);
        return deputy.Success
            && (Committee().IsMatch(VietnameseText.FoldTones($"{authority[deputy.Index..]} {position}"))
                || (deputy.Index == 0 && d.Issuer is not null && CommitteeIssuer().IsMatch(VietnameseText.FoldTones(d.Issuer))));
    }

    private static int LineOf(IReadOnlyList<SourceLine> lines, string text) =>
        lines.LastOrDefault(line => line.Text.Contains(text, StringComparison.Ordinal))?.Number ?? 0;

    [GeneratedRegex(@"(?<!\p{L})K\s?/?\s?T(?:\.|\s)")]
    private static partial Regex Deputy();

    [GeneratedRegex(@"bí thư|ban thường vụ|ban chấp hành|(?:tỉnh|thành|đảng) ủy")]
    private static partial Regex Committee();

    [GeneratedRegex(@"^(?:tỉnh ủy|thành ủy|đảng ủy|ban thường vụ|ban chấp hành)(?!\p{L})")]
    private static partial Regex CommitteeIssuer();

    [GeneratedRegex(@"^(?:T/M|K/T|T/L|Q\.)\s")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"bí thư (?:tỉnh|thành|đảng|huyện) ủy|bí thư đảng bộ")]
    private static partial Regex WithCommittee();

    [GeneratedRegex(@"^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|GS|PGS|TS|ThS|BS|CN)(?:\s|\.)")]
    private static partial Regex Titled();
}
