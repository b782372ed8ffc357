using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Word;

/// <summary>Widths on the sheet of a form profile.</summary>
internal sealed class DocxSheet(FormProfile profile)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>Room for the national title and a little more, so that it never breaks.</summary>
    private const double PartyTitleMm = 88;
    private const double StateTitleMm = 99;

    /// <summary>Width of a capital of Times New Roman Bold, on the average of Vietnamese titles, in sizes of the letters.</summary>
    private const double CapitalShare = 0.626;
    private const double SmallShare = 0.453;

    /// <summary>The rule under a state organ is a third to half as long as its name (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
    private const double ShortRuleShare = 0.4;

    /// <summary>Width between the margins in millimetres.</summary>
    internal double TextMm { get; } = profile.Sheet.WidthMm - profile.Sheet.LeftMm - profile.Sheet.RightMm;

    /// <summary>Widths of the columns above the text in millimetres.</summary>
    internal (double Left, double Right) HeadColumns
    {
        get
        {
            var right = profile.IsState ? StateTitleMm : PartyTitleMm;
            return (TextMm - right, right);
        }
    }

    /// <summary>Widths of the columns under the text in millimetres.</summary>
    internal (double Left, double Right) FootColumns => (TextMm / 2, TextMm / 2);

    /// <summary>How far from both sides of a column a rule as long as the text above it begins, in points.</summary>
    internal static double Inset(double columnMm, string text, ElementLook look) => Inset(columnMm, Width(text, look.SizePt));

    /// <summary>The same for a rule of a third to half of the text, which may break over lines.</summary>
    internal static double ShortRuleInset(double columnMm, string text, ElementLook look) =>
        Inset(columnMm, ShortRuleShare * Math.Min(Width(text, look.SizePt), columnMm * PointsPerMillimetre));

    private static double Inset(double columnMm, double length) => Math.Max(((columnMm * PointsPerMillimetre) - length) / 2, 0);

    private static double Width(string text, double size) =>
        text.Length * size * (VietnameseText.IsCapitals(text) ? CapitalShare : SmallShare);
}
