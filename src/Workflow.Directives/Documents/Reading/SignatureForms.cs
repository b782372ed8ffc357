using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>The shapes of a signature block: authority, position, what stands for the signature, name.</summary>
internal static partial class SignatureForms
{
    private const int LongestLine = 120;
    private const int LongestHeading = 250;

    /// <summary>T/M, K/T, T/L (Hướng dẫn 05-HD/VPTW) or TM., KT., TL., TUQ., Q. (Nghị định 30/2020/NĐ-CP) and capitals.</summary>
    internal static bool IsAuthority(string text) =>
        text.Length <= LongestLine && Authority().IsMatch(text) && VietnameseText.IsCapitals(text);

    /// <summary>A position in capitals. Marks are left aside: scanners lose them first in capitals.</summary>
    internal static bool IsPosition(string text) =>
        text.Length <= LongestLine && VietnameseText.IsCapitals(text) && Position().IsMatch(VietnameseText.Bare(text));

    internal static bool IsSigned(string text) => text.Length <= LongestLine && Signed().IsMatch(VietnameseText.FoldTones(text));

    /// <summary>Two to six words, each with a capital, perhaps after a rank; never ended by a stop.</summary>
    internal static bool IsName(string text) => text.Length <= LongestLine && Name().IsMatch(text) && !VietnameseText.IsCapitals(text) && !Organs.IsKindOnly(text);

    /// <summary>A name in capitals, as some offices print it.</summary>
    internal static bool IsNameInCapitals(string text) => text.Length <= LongestLine && NameInCapitals().IsMatch(text) && !IsPosition(text);

    internal static bool IsAnnexHeading(string text) => text.Length <= LongestHeading && Annex().IsMatch(text);

    [GeneratedRegex(@"^(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|T\s?/\s?U\s?Q|TM\.?|KT\.?|TL\.?|TUQ\.?|Q\.)\s+\p{Lu}")]
    private static partial Regex Authority();

    [GeneratedRegex(@"^(?:q\. ?|quyen )?(?:pho )?(?:tong )?(?:bi thu|chanh (?:van phong|thanh tra|an)|truong (?:ban|doan|phong)|chu tich|chu nhiem|giam doc|tong bien tap|vien truong|cuc truong|hieu truong|chi huy truong|chinh uy|thu ky|uy vien (?:thuong truc|ban thuong vu))(?![a-z])")]
    private static partial Regex Position();

    [GeneratedRegex(@"^[(\[]\s?(?:đã ký|đã kí|ký tên|đã ký và đóng dấu|đã ký số)[^()\[\]]{0,40}[)\]]$|^đã ký$")]
    private static partial Regex Signed();

    [GeneratedRegex(@"^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\s|(?:GS|PGS|TS|ThS|BS|CN)\.\s?)*\p{Lu}(?:['’-]?\p{Lu})?\p{Ll}*(?: \p{Lu}(?:['’-]\p{Lu})?\p{Ll}*){1,5}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\p{Lu}{2,8}(?: \p{Lu}{1,8}){1,4}$")]
    private static partial Regex NameInCapitals();

    [GeneratedRegex(@"^(?:PHỤ LỤC|Phụ lục)(?:\s(?:số\s)?[0-9IVX]{1,5})?\.?$|^PHỤ LỤC\s\P{Ll}*$")]
    private static partial Regex Annex();
}
