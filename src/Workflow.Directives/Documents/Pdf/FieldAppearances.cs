using Workflow.Directives.Documents.Fonts;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>
/// How the two lines the registry fills look, blank and filled: centred in their column with the letters the profile gives them, at
/// the height at which the head prints them.
/// </summary>
public static class FieldAppearances
{
    /// <summary>The line of number and symbol.</summary>
    /// <param name="objects">Where its form goes.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="widthPt">Width of the field, points.</param>
    /// <param name="heightPt">Height of the field, points.</param>
    /// <param name="text">The whole line, e.g. <c>Số 08-CT/TU</c>.</param>
    public static PdfReference Number(IPdfObjects objects, FormProfile profile, double widthPt, double heightPt, string text) =>
        Line(objects, profile, FormElement.Number, widthPt, heightPt, text);

    /// <summary>The line of place and date.</summary>
    /// <param name="objects">Where its form goes.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="widthPt">Width of the field, points.</param>
    /// <param name="heightPt">Height of the field, points.</param>
    /// <param name="text">The whole line, e.g. <c>Nam Bình, ngày 01 tháng 8 năm 2026</c>.</param>
    public static PdfReference PlaceDate(IPdfObjects objects, FormProfile profile, double widthPt, double heightPt, string text) =>
        Line(objects, profile, FormElement.PlaceDate, widthPt, heightPt, text);

    /// <summary>The line of number and symbol as it is printed: <c>Số 08-CT/TU</c>, with a gap while there is no number.</summary>
    /// <param name="number">Canonical number; null leaves the gap.</param>
    /// <param name="symbol">Symbol, <c>CT/TU</c>; null leaves an empty line where there is no number either.</param>
    public static string NumberText(string? number, string? symbol) => PlainText.NumberLine(number, symbol);

    /// <summary>The line of place and date as it is printed.</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The date; null leaves gaps for day and month.</param>
    /// <param name="year">The year printed after the gaps; null leaves that out too.</param>
    public static string PlaceDateText(string place, DateOnly? date, int? year = null) => PlainText.DateLine(place, date, year);

    /// <summary>Where the baseline of a field's line stands above its lower edge, points.</summary>
    internal static double Baseline(double sizePt, double heightPt) =>
        ((heightPt - FontMeasures.Ascent(sizePt) - FontMeasures.Descent(sizePt)) / 2) + FontMeasures.Descent(sizePt);

    /// <summary>The line as it stands in a field: in the middle, narrower only where it would not fit.</summary>
    internal static DrawnText Text(Lettering look, double width, double height, string text)
    {
        var drawn = new DrawnText(text, look.Face, look.SizePt, width / 2, Baseline(look.SizePt, height), TextAlign.Centre);
        return drawn.WidthPt > width ? drawn with { SizePt = look.SizePt * width / drawn.WidthPt } : drawn;
    }

    private static PdfReference Line(IPdfObjects objects, FormProfile profile, FormElement element, double width, double height, string text)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(text);
        return FormDrawing.Add(objects, width, height, Text(Lettering.Of(profile[element]), width, height, text));
    }
}
