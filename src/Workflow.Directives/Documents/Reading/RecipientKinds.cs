using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Tells what a line of Nơi nhận or Kính gửi names and what for.</summary>
internal static partial class RecipientKinds
{
    internal static RecipientKind KindOf(string text)
    {
        if (AsAbove().IsMatch(VietnameseText.Bare(text)))
        {
            return RecipientKind.BackReference;
        }

        if (IsArchive(text))
        {
            return RecipientKind.Archive;
        }

        if (NamedOfAClass().IsMatch(text) && !Organs.BeginsPersons(text))
        {
            return RecipientKind.IndividualUnitsSeveral;
        }

        var kinds = Parts(text);
        return kinds.Distinct().Count() > 1 ? RecipientKind.Mixed
            : kinds[0] == RecipientKind.IndividualUnit && kinds.Count > 1 ? RecipientKind.IndividualUnitsSeveral
            : kinds[0];
    }

    internal static RecipientPurpose PurposeOf(RecipientKind kind, string? note)
    {
        var (folded, bare) = (VietnameseText.FoldTones(note ?? ""), VietnameseText.Bare(note ?? ""));
        return kind == RecipientKind.BackReference ? RecipientPurpose.AsAbove
            : kind == RecipientKind.Archive ? RecipientPurpose.Archive
            : Report().IsMatch(bare) ? RecipientPurpose.Report
            : Direct().IsMatch(bare) ? RecipientPurpose.Direct
            : Coordinate().IsMatch(bare) ? RecipientPurpose.Coordinate
            : Publish().IsMatch(folded) ? RecipientPurpose.Publish
            : Inform().IsMatch(folded) ? RecipientPurpose.Inform
            : RecipientPurpose.Unspecified;
    }

    /// <summary>Whether a bracketed piece at the end of a line says what the recipient gets it for.</summary>
    internal static bool IsNote(string text) => Note().IsMatch(VietnameseText.FoldTones(text));

    // "Lưu Ban Tổ chức" keeps a copy there; "Lưu Văn Bình" is a person.
    private static bool IsArchive(string text)
    {
        var match = Archive().Match(text);
        return match.Success && (match.Groups["sure"].Success || !SignatureForms.IsName(text) || Organs.BeginsUnit(text[match.Length..]));
    }

    // "Các sở, ban, ngành, MTTQ": the class that "các" opens runs on over common nouns until a unit is named.
    private static List<RecipientKind> Parts(string text)
    {
        var parts = new List<(string Piece, RecipientKind Kind)>();
        foreach (var piece in Separator().Split(text).Where(piece => piece.Length > 0))
        {
            RecipientKind? previous = parts.Count > 0 ? parts[^1].Kind : null;
            var kind = KindOfPiece(piece, previous) ?? (previous is null ? RecipientKind.IndividualUnit : null);
            if (kind is not null)
            {
                parts.Add((piece, kind.Value));
            }
        }

        // "Đảng ủy, UBND các xã": the first word alone names no unit; the class after it does. "UBND, các sở" are two things.
        var category = parts.FindIndex(part => part.Kind == RecipientKind.UnitCategory && !OpensClass().IsMatch(part.Piece));
        return parts.Count == 0
            ? [RecipientKind.IndividualUnit]
            : [.. parts.Select((part, i) => i < category && Organs.IsKindOnly(part.Piece) ? RecipientKind.UnitCategory : part.Kind)];
    }

    private static RecipientKind? KindOfPiece(string piece, RecipientKind? previous)
    {
        if (Organs.BeginsPersons(piece))
        {
            return RecipientKind.Persons;
        }

        if (Several().IsMatch(VietnameseText.FoldTones(piece)))
        {
            return RecipientKind.UnitCategory;
        }

        if (previous == RecipientKind.UnitCategory && Organs.BeginsClass(piece))
        {
            return RecipientKind.UnitCategory;
        }

        // "Lãnh đạo Văn phòng, CV: GT, TH": the letters name the persons' fields.
        return Organs.BeginsUnit(piece) || (previous == RecipientKind.Persons && char.IsUpper(piece[0]) && !VietnameseText.IsCapitals(piece))
            ? RecipientKind.IndividualUnit
            : null;
    }

    [GeneratedRegex(@"^nhu (?:tren|kinh gui|dieu)(?![a-z])")]
    private static partial Regex AsAbove();

    [GeneratedRegex(@"^L[ưu]u(?:(?<sure>\s*[:,]|\s+(?:tại|VT|VP|Văn phòng|văn thư|hồ sơ|HS|[A-ZĐ]{2,})|$)|\s+)")]
    private static partial Regex Archive();

    [GeneratedRegex(@"\s*[,;]\s*|(?<!Đoàn ĐBQH|Đoàn đại biểu Quốc hội)\s+và\s+(?=các |\p{Lu})|\s+và\s+(?=(?:đảng|thành|thị|huyện) ủy)")]
    private static partial Regex Separator();

    // "Các Sở: Tài chính, Y tế" names its members.
    [GeneratedRegex(@"^(?:[\p{L}/]+ ){0,3}[Cc]ác [\p{L}, ]{2,40}\s?:\s?\p{Lu}")]
    private static partial Regex NamedOfAClass();

    [GeneratedRegex(@"^(?:các|mọi|toàn thể|tất cả)\s", RegexOptions.IgnoreCase)]
    private static partial Regex OpensClass();

    [GeneratedRegex(@"(?:^|\s)(?:các|mọi|toàn thể|tất cả)\s")]
    private static partial Regex Several();

    [GeneratedRegex(@"bao cao|b/c|(?<!\p{L})bc(?!\p{L})")]
    private static partial Regex Report();

    [GeneratedRegex(@"chi dao|lanh dao|c/d")]
    private static partial Regex Direct();

    [GeneratedRegex(@"phoi hop|p/h")]
    private static partial Regex Coordinate();

    [GeneratedRegex(@"đưa tin|đăng|tuyên truyền|công bố|công khai")]
    private static partial Regex Publish();

    [GeneratedRegex(@"biết|theo dõi|thông báo|tham khảo")]
    private static partial Regex Inform();

    [GeneratedRegex(@"^(?:để|thay|qua)\s|báo cáo|b/c|chỉ đạo|phối hợp|p/h|đưa tin|đăng|tuyên truyền|biết|theo dõi|thực hiện|t/h|tham mưu|(?<![0-9])[0-9]{1,3}\s?b(?:ản)?$")]
    private static partial Regex Note();
}
