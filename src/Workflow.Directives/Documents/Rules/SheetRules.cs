using System.Globalization;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Rules;

/// <summary>
/// Sheet, margins and letters of a Word document against the profile. A text typed here has none of its own: this program sets its page.
/// </summary>
public static class SheetRules
{
    /// <summary>Rounding between centimetres, inches and twentieths of a point.</summary>
    private const double RoundingMm = 0.6;

    /// <summary>State papers may have each margin up to so much wider (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
    private const double StateLatitudeMm = 5;

    private const string Font = "Times New Roman";

    /// <summary>Below this share of the letters the text is set in another font.</summary>
    private const double MostOfAll = 0.9;

    /// <summary>Checks how a Word document is printed: rules <c>page-size</c>, <c>page-margins</c>, <c>page-font</c>, all warnings.</summary>
    /// <param name="sheet">What the file says.</param>
    /// <param name="d">The document as read.</param>
    /// <param name="today">The day in Asia/Ho_Chi_Minh; tells the profile of an undated text.</param>
    public static IEnumerable<TextFinding> Check(WordSheet sheet, DirectiveDocument d, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(d);
        var profile = FormProfiles.For(d, d.Date ?? today, new FormSettings());
        return Sizes(sheet, profile.Sheet).Concat(Margins(sheet, profile)).Concat(Letters(sheet, profile));
    }

    // Wide tables may lie across; then the same sheet is turned.
    private static IEnumerable<TextFinding> Sizes(WordSheet sheet, SheetForm form)
    {
        var wrong = sheet.Sheets.FirstOrDefault(one => !IsNear(Math.Min(one.WidthMm, one.HeightMm), form.WidthMm) || !IsNear(Math.Max(one.WidthMm, one.HeightMm), form.HeightMm));
        if (wrong is not null)
        {
            yield return new("page-size", Severity.Warning, 0,
                $"Khổ giấy của tệp là {Mm(wrong.WidthMm)} × {Mm(wrong.HeightMm)} mm, không phải A4 ({Mm(form.WidthMm)} × {Mm(form.HeightMm)} mm).",
                $"The file's sheet is {Mm(wrong.WidthMm)} × {Mm(wrong.HeightMm)} mm, not A4.");
        }
    }

    private static IEnumerable<TextFinding> Margins(WordSheet sheet, FormProfile profile)
    {
        if (sheet.Sheets.FirstOrDefault(one => one.WidthMm < one.HeightMm) is not { } page)
        {
            yield break;
        }

        var form = profile.Sheet;
        var latitude = profile.IsState ? StateLatitudeMm : 0;
        (string Vietnamese, string English, double? Has, double Wants)[] sides =
        [
            ("trên", "top", page.TopMm, form.TopMm), ("dưới", "bottom", page.BottomMm, form.BottomMm),
            ("trái", "left", page.LeftMm, form.LeftMm), ("phải", "right", page.RightMm, form.RightMm),
        ];
        var wrong = sides.Where(side => side.Has is { } has && (has < side.Wants - RoundingMm || has > side.Wants + latitude + RoundingMm)).ToList();
        if (wrong.Count > 0)
        {
            var wanted = latitude > 0 ? "tối thiểu " : "";
            yield return new("page-margins", Severity.Warning, 0,
                $"Lề trang của tệp khác quy định: {string.Join("; ", wrong.Select(side => $"{side.Vietnamese} {Mm(side.Has!.Value)} mm ({wanted}{Mm(side.Wants)})"))}.",
                $"The file's margins are not as prescribed: {string.Join("; ", wrong.Select(side => $"{side.English} {Mm(side.Has!.Value)} mm ({Mm(side.Wants)})"))}.");
        }
    }

    private static IEnumerable<TextFinding> Letters(WordSheet sheet, FormProfile profile)
    {
        var others = sheet.Fonts.Where(font => !font.Font.Equals(Font, StringComparison.OrdinalIgnoreCase)).ToList();
        if (others.Sum(font => font.Share) > 1 - MostOfAll)
        {
            var named = string.Join(", ", others.Take(3).Select(font => font.Font));
            yield return new("page-font", Severity.Warning, 0, $"Văn bản dùng phông {named}; quy định là {Font}.", $"The text is set in {named}; {Font} is prescribed.");
        }

        var usual = profile[FormElement.Body].SizePt;
        var (least, most) = profile.IsState ? (13.0, 14.0) : (Math.Min(usual, 14), Math.Max(usual, 15));
        if (sheet.UsualSizePt is { } size && (size < least || size > most))
        {
            yield return new("page-font", Severity.Warning, 0,
                $"Cỡ chữ nội dung là {Mm(size)}; quy định từ {Mm(least)} đến {Mm(most)}.", $"The text is {Mm(size)} pt; {Mm(least)} to {Mm(most)} pt is prescribed.");
        }
    }

    private static bool IsNear(double has, double wants) => Math.Abs(has - wants) <= RoundingMm;

    private static string Mm(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
