using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Who signs how (Hướng dẫn 36-HD/VPTW and 05-HD/VPTW on the authority of signing), and who may issue which type.</summary>
internal static partial class SignatureRules
{
    /// <summary>What only the standing board or those above it issue (Quy định 66-QĐ/TW art. 7): no committee in full session, no office.</summary>
    private static readonly string[] OfTheBoard = ["CT", "TT", "HD"];

    /// <summary>What an office or an advisory organ does not issue in its own name.</summary>
    private static readonly string[] NotOfAnOffice = ["NQ", "CT", "TT"];

    internal static IEnumerable<TextFinding> Check(FormText text) =>
        text.Document.Signature is { } signature
            ? Authority(text, signature).Concat(Signer(text, signature)).Concat(Named(text, signature)).Concat(Issuing(text, signature))
            : [];

    private static IEnumerable<TextFinding> Authority(FormText text, SignatureBlock signature)
    {
        if (signature.Authority is not { } authority)
        {
            yield break;
        }

        var line = text.LineOf(PlainText.AuthorityLines(authority).First(), PartKind.SignatureAuthority);
        if (IsForCommittee(text.Document, authority, signature.Position))
        {
            yield return new("deputy-for-committee", Severity.Error, line,
                "Cấp ủy làm việc theo chế độ tập thể: phó bí thư ký \"T/M\" (thay mặt), không ký \"K/T\".",
                "A Party committee is a collective: its deputy secretary signs T/M (on behalf), never K/T.");
        }

        if (text.Document.Symbol?.Contains('/', StringComparison.Ordinal) != false && !Slashed().IsMatch(authority))
        {
            var raw = line > 0 ? text.Raw[line - 1] : "";
            var typed = Letters().Match(raw);
            yield return new("authority-form", Severity.Warning, line,
                "Văn bản của Đảng ghi T/M, K/T, T/L với dấu gạch chéo, không dùng dấu chấm.",
                "Party papers write T/M, K/T, T/L with a slash, not with a dot.")
            {
                Span = typed.Success ? new(typed.Index, typed.Length) : null,
                Fix = typed.Success && typed.Groups["second"].Value.Length == 1
                    ? TextFix.OfLine(line, raw, Letters().Replace(raw, "${first}/${second}", 1))
                    : null,
            };
        }
    }

    // Who may sign T/M are the committee's secretaries and members; its office signs T/L.
    private static IEnumerable<TextFinding> Signer(FormText text, SignatureBlock signature)
    {
        var position = VietnameseText.FoldTones(signature.Position ?? "");
        var line = signature.Position is { } printed ? text.LineOf(printed, PartKind.SignaturePosition) : 0;
        var isSecretary = Secretary().IsMatch(position);
        if (signature.Authority is null)
        {
            if (isSecretary && text.Document.Issuer is { } issuer && CommitteeIssuer().IsMatch(VietnameseText.FoldTones(issuer)))
            {
                yield return new("authority-missing", Severity.Warning, line,
                    "Trên chức vụ bí thư, phó bí thư phải ghi thẩm quyền, ví dụ \"T/M BAN THƯỜNG VỤ\".",
                    "Over a secretary's position stands the authority, e.g. \"T/M BAN THƯỜNG VỤ\".");
            }

            yield break;
        }

        var authority = VietnameseText.FoldTones(signature.Authority);
        if (OnBehalf().IsMatch(authority) && OfOffice().IsMatch(position))
        {
            yield return new("authority-for-signer", Severity.Warning, line,
                $"{signature.Position} không ký T/M cấp ủy; văn bản được ủy nhiệm thì ký \"T/L\".",
                "The head of an office does not sign T/M for a committee; by order it is T/L.");
        }
        else if (ByOrder().IsMatch(authority) && isSecretary)
        {
            yield return new("authority-for-signer", Severity.Warning, line,
                "Bí thư, phó bí thư ký \"T/M\" (thay mặt), không ký \"T/L\" (thừa lệnh).",
                "A secretary signs T/M (on behalf), not T/L (by order).");
        }
        else if (OnBehalfOfOffice().IsMatch(authority))
        {
            yield return new("authority-for-signer", Severity.Warning, text.LineOf(PlainText.AuthorityLines(signature.Authority).First(), PartKind.SignatureAuthority),
                "Văn phòng làm việc theo chế độ thủ trưởng: chánh văn phòng ký trực tiếp, cấp phó ký \"K/T CHÁNH VĂN PHÒNG\", không ký T/M.",
                "An office has one head: the chief signs directly and a deputy K/T, never T/M.");
        }
        else if (ByMandate().IsMatch(authority))
        {
            yield return new("authority-for-signer", Severity.Warning, text.LineOf(PlainText.AuthorityLines(signature.Authority).First(), PartKind.SignatureAuthority),
                "Văn bản của Đảng không ký thừa ủy quyền; văn bản được giao ký thì ghi \"T/L\".",
                "Party papers know no signing by mandate (TUQ); delegated papers are signed T/L.");
        }
    }

    private static IEnumerable<TextFinding> Named(FormText text, SignatureBlock signature)
    {
        if (signature.Position is { } position && WithCommittee().Match(VietnameseText.FoldTones(position)) is { Success: true } committee)
        {
            var line = text.LineOf(position, PartKind.SignaturePosition);
            var bare = position[..(committee.Index + "bí thư".Length)];
            yield return new("position-with-committee", Severity.Warning, line,
                "Chức vụ người ký không ghi kèm tên cấp ủy, ví dụ chỉ ghi \"PHÓ BÍ THƯ\".",
                "The signer's position does not repeat the committee's name.")
            {
                Span = text.SpanOf(line, position[bare.Length..].Trim()),
                Fix = committee.Index + committee.Length == position.Length ? text.Replace(line, position, bare) : null,
            };
        }

        if (signature.Name is { } name && Titled().Match(name) is { Success: true } title)
        {
            var line = text.LineOf(name, PartKind.SignatureName);
            yield return new("title-before-name", Severity.Warning, line,
                "Không ghi học hàm, học vị, quân hàm trước họ tên người ký.", "No academic title or rank stands before the signer's name.")
            {
                Span = text.SpanOf(line, title.Value.Trim()),
                Fix = text.Replace(line, name, name[title.Length..]),
            };
        }
    }

    private static IEnumerable<TextFinding> Issuing(FormText text, SignatureBlock signature)
    {
        if (text.Document.Type is not { } type)
        {
            yield break;
        }

        var authority = VietnameseText.FoldTones(signature.Authority ?? "");
        var issuer = VietnameseText.FoldTones(text.Document.Issuer ?? "");
        var (who, english) = FullCommittee().IsMatch(authority) && OfTheBoard.Contains(type.Code) ? ("ban chấp hành (cấp ủy)", "a full committee")
            : StandingBoard().IsMatch(authority) && type.Code == "TC" ? ("ban thường vụ", "a standing board")
            : SmallCommittee().IsMatch(issuer) && type.Code is "CT" or "TT" && SmallCommittee().IsMatch(issuer) ? ("cấp ủy cơ sở, chi bộ", "a grass-roots committee or cell")
            : signature.Authority is null && OfOffice().IsMatch(VietnameseText.FoldTones(signature.Position ?? "")) && NotOfAnOffice.Contains(type.Code) ? ("cơ quan tham mưu, giúp việc", "an advisory office")
            : ByOrder().IsMatch(authority) && type.Code is "NQ" or "CT" && ByOrder().IsMatch(authority) ? ("người ký thừa lệnh", "a signer by order")
            : ("", "");
        if (who.Length > 0)
        {
            yield return new("type-for-issuer", Severity.Warning, text.FirstLine(PartKind.Type),
                $"Thẩm quyền của {who} không gồm {type.Name.ToLowerInvariant()}. Hãy kiểm tra tên loại hoặc phần ký.",
                $"{type.Name} is not issued by {english}. Check the type or the signature.");
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

    [GeneratedRegex(@"(?<!\p{L})K\s?/?\s?T(?:\.|\s)")]
    private static partial Regex Deputy();

    [GeneratedRegex(@"bí thư|ban thường vụ|ban chấp hành|(?:tỉnh|thành|đảng) ủy")]
    private static partial Regex Committee();

    [GeneratedRegex(@"^(?:tỉnh ủy|thành ủy|đảng ủy|ban thường vụ|ban chấp hành)(?!\p{L})")]
    private static partial Regex CommitteeIssuer();

    [GeneratedRegex(@"^(?:T/M|K/T|T/L|Q\.)\s")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<!\p{L})(?<first>[TK])\s?/?\s?(?<second>[MTL])\.?(?=\s+\p{Lu})")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(?:phó )?bí thư(?!\p{L})")]
    private static partial Regex Secretary();

    [GeneratedRegex(@"^(?:phó )?(?:chánh văn phòng|trưởng (?:ban|phòng)|giám đốc)(?!\p{L})")]
    private static partial Regex OfOffice();

    [GeneratedRegex(@"^t/?m\.? (?:ban thường vụ|ban chấp hành|(?:tỉnh|thành|đảng) ủy)(?!\p{L})")]
    private static partial Regex OnBehalf();

    [GeneratedRegex(@"^t/?m\.? (?:lãnh đạo )?văn phòng(?!\p{L})")]
    private static partial Regex OnBehalfOfOffice();

    [GeneratedRegex(@"^t/?l\.? ")]
    private static partial Regex ByOrder();

    [GeneratedRegex(@"^t\s?/?\s?u\s?/?\s?q?\.? ")]
    private static partial Regex ByMandate();

    [GeneratedRegex(@"^t/?m\.? (?:ban chấp hành|(?:tỉnh|thành) ủy)(?!\p{L})")]
    private static partial Regex FullCommittee();

    [GeneratedRegex(@"^t/?m\.? ban thường vụ(?!\p{L})")]
    private static partial Regex StandingBoard();

    [GeneratedRegex(@"^(?:đảng ủy (?:xã|phường|đặc khu)|chi bộ|đảng bộ cơ sở)(?!\p{L})")]
    private static partial Regex SmallCommittee();

    [GeneratedRegex(@"bí thư (?:(?:tỉnh|thành|đảng|huyện) ủy|đảng bộ)(?: \p{L}+){0,4}")]
    private static partial Regex WithCommittee();

    [GeneratedRegex(@"^(?:(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|GS|PGS|TS|ThS|BS|CN)(?:\s|\.)[\s.,]*)+")]
    private static partial Regex Titled();
}
