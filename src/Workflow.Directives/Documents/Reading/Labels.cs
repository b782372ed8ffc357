using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>The fixed words of the form, read with one letter's tolerance for scanners.</summary>
internal static partial class Labels
{
    private const int LongestTitle = 80;
    private const int LongestMark = 80;
    private const int LongestTitledLine = 200;

    /// <summary>"VIỆT NAM" alone may end the name of an organ.</summary>
    private const int ShortestTitleFragment = 10;

    private static readonly string[] TitlesInCapitals = ["đảng cộng sản việt nam", "cộng hòa xã hội chủ nghĩa việt nam"];
    private const int LongestFirstWord = 5;

    /// <summary>Takes "Nơi nhận:" off the front of a line.</summary>
    internal static bool TakeRecipients(SourceLine line, out string rest) => Take(line.Raw, "noi nhan", out rest);

    /// <summary>Takes "Kính gửi:" or "Kính trình:" off the front of a line and gives the label in its right spelling.</summary>
    internal static string? TakeAddressees(SourceLine line, out string rest) =>
        Take(line.Raw, "kinh gui", out rest) ? "Kính gửi" : Take(line.Raw, "kinh trinh", out rest) ? "Kính trình" : null;

    /// <summary>Whether a cell is ĐẢNG CỘNG SẢN VIỆT NAM, the Quốc hiệu or the Tiêu ngữ.</summary>
    internal static HeadTitle? Title(string cell)
    {
        if (cell.Length > LongestTitle || cell.Count(char.IsLetter) is not ((>= 17 and <= 19) or (>= 26 and <= 28)))
        {
            return null;
        }

        // The three titles have 18, 27 and 18 letters.
        var bare = NotLetters().Replace(VietnameseText.Bare(cell), " ").Trim();
        return VietnameseText.IsNear(bare, "dang cong san viet nam") ? HeadTitle.Party
            : VietnameseText.IsNear(bare, "cong hoa xa hoi chu nghia viet nam") ? HeadTitle.State
            : VietnameseText.IsNear(bare, "doc lap tu do hanh phuc") ? HeadTitle.State
            : null;
    }

    /// <summary>Where a national title begins that ends a piece; 0 when none does or nothing stands before it.</summary>
    internal static int TitleAtEnd(string cell) =>
        cell.Length <= LongestTitledLine && TrailingTitle().Match(cell) is { Success: true } title ? title.Index : 0;

    /// <summary>Whether capitals are a piece of a title that was cut over lines, and so no line of an organ's name.</summary>
    internal static bool IsTitleFragment(string cell) =>
        cell.Length >= ShortestTitleFragment && Array.Exists(TitlesInCapitals, title => title.Contains(VietnameseText.FoldTones(cell), StringComparison.Ordinal));

    /// <summary>Whether a title is printed letter for letter.</summary>
    internal static bool IsExactTitle(string cell)
    {
        var letters = string.Concat(VietnameseText.FoldTones(cell).Where(char.IsLetter));
        return letters is "đảngcộngsảnviệtnam" or "cộnghòaxãhộichủnghĩaviệtnam" or "độclậptựdohạnhphúc";
    }

    internal static bool IsRule(string text) => Rule().IsMatch(text);

    internal static bool IsUrgency(string cell) => cell.Length <= LongestMark && Urgency().IsMatch(VietnameseText.FoldTones(cell));

    internal static bool IsSecrecy(string cell) => cell.Length <= LongestMark && Secrecy().IsMatch(cell);

    internal static bool IsDraftMark(string cell) => cell.Length <= LongestMark && Draft().IsMatch(cell);

    internal static bool IsAbout(string text) => About().IsMatch(text);

    private static bool Take(string raw, string label, out string rest)
    {
        var match = raw.AsSpan(0, Math.Min(raw.Length, LongestFirstWord + 1)).Contains(' ') ? LabelShape().Match(raw) : Match.Empty;
        if (match.Success && VietnameseText.IsNear(VietnameseText.Bare(VietnameseText.Collapse(match.Groups["words"].Value)), label))
        {
            rest = raw[match.Length..];
            return true;
        }

        rest = raw;
        return false;
    }

    [GeneratedRegex(@"^(?<words>\p{L}{2,5} {1,2}\p{L}{2,6})(?: ?[:;]|$| ?(?=\t)| ?(?=[-–]\s))")]
    private static partial Regex LabelShape();

    [GeneratedRegex(@"(?<=\s)(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc)$")]
    private static partial Regex TrailingTitle();

    [GeneratedRegex(@"[^a-z]+")]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"^[\s*_=–—.-]+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\[?\(?(?:thượng khẩn|hỏa tốc(?: hẹn giờ.{0,40})?|khẩn)\)?\]?[.:]?$")]
    private static partial Regex Urgency();

    [GeneratedRegex(@"^\[?\(?(?:(?:TỐI |TUYỆT )?MẬT|(?:Tối |Tuyệt )mật|Mật)\)?\]?[.:]?$")]
    private static partial Regex Secrecy();

    [GeneratedRegex(@"^\(?d[ựư]\s?thảo(?:\s?[:,]?\s?(?:lần|ngày)?\s?(?:thứ)?\s?[0-9IVX./-]{0,12})?\)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Draft();

    [GeneratedRegex(@"^[“""‘(]?(?:V\s?/\s?v|Về việc)(?![\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex About();
}
