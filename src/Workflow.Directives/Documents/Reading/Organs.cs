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

    /// <summary>Whether a line of a head begins the name of an issuer: an organ, also in capitals that lost their marks, or the holder of an office.</summary>
    internal static bool BeginsIssuer(string text) => BeginsUnit(text) || IsOffice(text) || BareUnit().IsMatch(text);

    /// <summary>Whether a line is the holder of an office that issues papers in its own name: <c>CHỦ TỊCH</c> above <c>ỦY BAN NHÂN DÂN</c>.</summary>
    internal static bool IsOffice(string text) => Office().IsMatch(Front(text));

    /// <summary>Whether a piece names persons by their role: <c>đ/c Tỉnh ủy viên</c>, <c>Thành viên …</c>.</summary>
    internal static bool BeginsPersons(string text) => PersonWord().IsMatch(Front(text));

    /// <summary>Whether a piece, without "các", is a common noun for a class of units: <c>sở</c>, <c>BCS đảng</c>, <c>ĐT cấp tỉnh</c>.</summary>
    internal static bool BeginsClass(string text) =>
        (text.Length > 0 && char.IsLower(text[0])) || ClassAbbreviation().IsMatch(text);

    /// <summary>Whether a piece is only the word for a kind of organ, so that a following class completes it: <c>Đảng ủy</c>.</summary>
    internal static bool IsKindOnly(string text) => text.Length <= LongestWord && KindOnly().IsMatch(VietnameseText.FoldTones(text));

    private static string Front(string text) => VietnameseText.FoldTones(text.Length > LongestWord ? text[..LongestWord] : text);

    // The look-aheads keep out common words that begin alike: báo cáo, tổ chức, hội nghị, phòng, chống.
    [GeneratedRegex(@"^(?:ban(?! hành)|văn phòng|vp|ủy ban|ubnd|ubkt|ubmttq|hđnd|mttq|mặt trận|sở|báo(?! cáo)|đài|trung tâm|tổ(?! chức)|công an|bộ(?! máy)|hội(?! nghị| thảo| viên)|liên đoàn|liên hiệp|liên minh|đoàn(?! kết| viên)|tỉnh đoàn|tỉnh ủy|thành ủy|thành đoàn|thị ủy|huyện ủy|đảng ủy|đảng bộ|đảng đoàn|thường trực|trường(?! hợp)|học viện|viện|tòa án|cục|chi cục|chi bộ|chi nhánh|tt(?= )|thanh tra|kho bạc|bảo hiểm|bcđ|bcd|bch|btv|btc|btg|quân khu|cổng|tạp chí|nhà xuất bản|thông tấn|công ty|tổng công ty|tập đoàn|ngân hàng|bệnh viện|phòng(?!,? chống| ngừa)|trạm|cơ quan|hợp tác xã|quỹ|vnpt|viettel|quốc hội|chính phủ|thủ tướng|kiểm toán|hải quan|thuế|thống kê|tổng cục|đại học)(?![\p{L}])")]
    private static partial Regex UnitWord();

    [GeneratedRegex(@"^(?:các )?(?:đ/c|đồng chí|ông|bà|thành viên|lãnh đạo|ủy viên|tỉnh ủy viên|thành ủy viên|tuv|uvbtv|uvbch|bí thư|phó |chủ tịch|chủ nhiệm|chánh |trưởng |giám đốc|tổng biên tập|cvp|pcvp|đại biểu|đảng viên|chuyên viên|cán bộ|thư ký|thủ trưởng|người đứng đầu|đồng bào|trợ lý|gia đình|thân nhân|hội viên|đoàn viên|nhân dân|cử tri|p?ct(?= (?:ubnd|hđnd|ubmttq|xã|phường|huyện|tỉnh)|$)|p?gđ|cv|thủ tướng$)(?![\p{L}])|^(?:các )?(?:phó|chánh|trưởng) ")]
    private static partial Regex PersonWord();

    [GeneratedRegex(@"^(?:chủ tịch|bộ trưởng|tổng giám đốc)(?: (?:nước|ủy ban|ubnd|hội đồng|bộ)(?!\p{L})|$)")]
    private static partial Regex Office();

    // Organs in capitals from which a scanner or a telegram took every mark.
    [GeneratedRegex(@"^(?:UY BAN|UBND|HOI DONG|(?:TINH|THANH|THI|HUYEN|DANG) UY|DANG BO|CHI BO|VAN PHONG|CHINH PHU|THU TUONG|CONG AN|MAT TRAN|TOA AN|TRUNG TAM|LIEN DOAN|(?:CHI |TONG )?CUC|BAN|SO|BO|DOAN|HOI|VIEN|TRUONG|DAI)(?= [A-Z ]{2,80}$|$)")]
    private static partial Regex BareUnit();

    [GeneratedRegex(@"^(?:BCS|ĐT|ĐUTT|ĐU|HĐND|UBND)(?![\p{L}])")]
    private static partial Regex ClassAbbreviation();

    [GeneratedRegex(@"^(?:(?:thường trực|tt|ban thường vụ|btv) )?(?:đảng ủy|đảng bộ|huyện ủy|thị ủy|thành ủy|chi bộ|hđnd|ubnd|ubmttq|hội đồng nhân dân|ủy ban nhân dân|ủy ban mttq|ban thường vụ|ban cán sự đảng|bcs đảng|đảng đoàn|văn phòng|sở|ban|ngành|đoàn thể)$")]
    private static partial Regex KindOnly();
}
