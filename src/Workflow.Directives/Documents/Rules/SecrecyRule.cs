using System.Buffers;
using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Rules;

/// <summary>
/// A secrecy mark anywhere refuses the text: classified papers do not travel this way (Quyết định 28/2018/QĐ-TTg art. 1, Luật Bảo vệ bí
/// mật nhà nước 2025). The words "bí mật", "mật độ", "bảo mật" in a sentence are no mark. In doubt the text is refused.
/// </summary>
internal static partial class SecrecyRule
{
    /// <summary>Every spelling of the mark holds one of these; most lines of a long text hold none.</summary>
    private static readonly SearchValues<char> MarkLetters = SearchValues.Create("ậẬâÂ");

    internal static IEnumerable<TextFinding> Check(IReadOnlyList<SourceLine> lines) =>
        from line in lines
        where IsMarked(line)
        select new TextFinding("secrecy", Severity.Error, line.Number,
            $"Dòng {line.Number} có dấu chỉ mức độ mật. Hệ thống không tiếp nhận văn bản mật; hãy xử lý theo quy định về bảo vệ bí mật nhà nước.",
            $"Line {line.Number} carries a secrecy mark. This system takes no classified papers; handle it under the rules on state secrets.");

    private static bool IsMarked(SourceLine line) =>
        line.Text.AsSpan().ContainsAny(MarkLetters)
        && (line.Cells().Append(line.Text).Any(cell => WholeMark().IsMatch(cell) || SpacedMark().IsMatch(cell) || Labelled().IsMatch(cell))
            || Degree().IsMatch(line.Text)
            || (CapitalWord().IsMatch(line.Text) && !VietnameseText.IsCapitals(line.Text)));

    // The mark alone in its line or column, in any case, perhaps framed or numbered.
    [GeneratedRegex(@"^[\W_0-9]*(?:(?:t[ốôồ]i|tuy[ệêế]t)\s*)?m[ậâ]t[\W_0-9]*$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeMark();

    // Letter-spaced: "M Ậ T", "T U Y Ệ T  M Ậ T".
    [GeneratedRegex(@"^[\W_]*(?:T\s+[ỐÔ]\s+I\s+|T\s+U\s+Y\s+[ỆÊ]\s+T\s+)?M\s+[ẬÂ]\s+T[\W_]*$")]
    private static partial Regex SpacedMark();

    [GeneratedRegex(@"(?:^|\W)(?:độ|mức độ|mức|dấu|dấu độ|cấp độ)\s+mật\s*[:–-]\s*(?:(?:tối|tuyệt)\s+)?mật(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    // The two upper degrees in capitals are a mark wherever they stand.
    [GeneratedRegex(@"(?<!\p{L})(?:TỐI|TUYỆT)\s+MẬT(?!\p{L})")]
    private static partial Regex Degree();

    // MẬT in capitals in a line of small letters; in a line of capitals it may be part of a title such as "BẢO VỆ BÍ MẬT NHÀ NƯỚC".
    [GeneratedRegex(@"(?<!\p{L})(?<!(?:BÍ|BẢO|CƠ|THÂN|NIÊM)\s)MẬT(?!\p{L})(?!\s(?:MÃ|ĐỘ|VỤ|KHẨU|THÁM))")]
    private static partial Regex CapitalWord();
}
