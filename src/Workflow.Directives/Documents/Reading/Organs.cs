using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Words that begin the name of an organ, and words that begin a person's role.</summary>
internal static partial class Organs
{
    /// <summary>Longer than any word below with what the look-aheads look at.</summary>
    private const int LongestWord = 60;

    /// <summary>Whether a piece begins with the name of an organ, written with a capital: <c>Sở Y tế</c>, <c>UBND tỉnh</c>.</summary>
    internal static bool BeginsUnit(string text) =>
        text.Length > 0 && char.IsUpper(text[0]) && UnitWord().IsMatch(Front(text));

    /// <summary>Whether a piece names persons by their role: <c>đ/c Tỉnh ủy viên</c>, <c>Thành viên …</c>.</summary>
    internal static bool BeginsPersons(string text) => PersonWord().IsMatch(Front(text));

    /// <summary>Whether a piece, without "các", is a common noun for a class of units: <c>sở</c>, <c>BCS đảng</c>, <c>ĐT cấp tỉnh</c>.</summary>
    internal static bool BeginsClass(string text) =>
        (text.Length > 0 && char.IsLower(text[0])) || ClassAbbreviation().IsMatch(text);

    /// <summary>Whether a piece is only the word for a kind of organ, so that a following class completes it: <c>Đảng ủy</c>.</summary>
    internal static bool IsKindOnly(string text) => text.Length <= LongestWord && KindOnly().IsMatch(VietnameseText.FoldTones(text));

    private static string Front(string text) => VietnameseText.FoldTones(text.Length > LongestWord ? text[..LongestWord] : text);

    // The look-aheads keep out common words that begin alike: báo cáo, tổ chức, hội nghị, phòng, chống.
    [GeneratedRegex(@"^(?:ban(?! hành)|văn phòng|vp|ủy ban|ubnd|ubkt|ubmttq|hđnd|mttq|mặt trận|sở|báo(?! cáo)|đài|trung tâm|tổ(?! chức)|công an|bộ(?! máy)|hội(?! nghị| thảo| viên)|liên đoàn|liên hiệp|liên minh|đoàn(?! kết| viên)|tỉnh đoàn|tỉnh ủy|thành ủy|thành đoàn|thị ủy|huyện ủy|đảng ủy|đảng bộ|đảng đoàn|thường trực|trường(?! hợp)|học viện|viện|tòa án|cục|chi cục|chi bộ|chi nhánh|thanh tra|kho bạc|bảo hiểm|bcđ|bcd|bch|btv|btc|btg|quân khu|cổng|tạp chí|nhà xuất bản|thông tấn|công ty|tổng công ty|tập đoàn|ngân hàng|bệnh viện|phòng(?!,? chống| ngừa)|trạm|cơ quan|hợp tác xã|quỹ|vnpt|viettel|quốc hội|chính phủ|thủ tướng|kiểm toán|hải quan|thuế|thống kê|tổng cục|đại học)(?![\p{L}])")]
    private static partial Regex UnitWord();

    [GeneratedRegex(@"^(?:các )?(?:đ/c|đồng chí|ông|bà|thành viên|lãnh đạo|ủy viên|tỉnh ủy viên|thành ủy viên|tuv|uvbtv|uvbch|bí thư|phó |chủ tịch|chủ nhiệm|chánh |trưởng |giám đốc|tổng biên tập|cvp|pcvp|đại biểu|đảng viên|chuyên viên|cán bộ|thư ký|thủ trưởng|người đứng đầu|đồng bào|trợ lý)(?![\p{L}])|^(?:các )?(?:phó|chánh|trưởng) ")]
    private static partial Regex PersonWord();

    [GeneratedRegex(@"^(?:BCS|ĐT|ĐUTT|ĐU|HĐND|UBND)(?![\p{L}])")]
    private static partial Regex ClassAbbreviation();

    [GeneratedRegex(@"^(?:đảng ủy|đảng bộ|huyện ủy|thị ủy|thành ủy|chi bộ|hđnd|ubnd|ubmttq|hội đồng nhân dân|ủy ban nhân dân|ban thường vụ|văn phòng|sở|ban|ngành|đoàn thể)$")]
    private static partial Regex KindOnly();
}
