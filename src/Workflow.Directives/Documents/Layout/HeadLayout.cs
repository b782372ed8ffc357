using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Documents.Layout;

/// <summary>
/// The head: issuer, number and marks in the left column, national title, place and date in the right one. The right column is as
/// wide as its longest line needs, so the two never meet.
/// </summary>
internal static class HeadLayout
{
    private const double GapMm = 5;
    private const double NarrowestLeftMm = 45;
    private const double RightShare = 0.54;
    private const double RuleBelow = 4.5;
    private const double ShortRuleShare = 0.4;
    private const double FramePadding = 4;
    private const string PartyTitle = "ĐẢNG CỘNG SẢN VIỆT NAM";
    private const string StateTitle = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string YearGap = "          ";
    private const string StateMotto = "Độc lập - Tự do - Hạnh phúc";

    internal static FlowLine Of(DirectiveDocument d, FormProfile profile, LayoutOptions o, Node root, double width)
    {
        var date = DateLine(d, o);
        var wide = Math.Min(RightWidth(profile, date, width), width - Length.Mm(GapMm + NarrowestLeftMm));
        var left = new Column(profile, root, 0, width - wide - Length.Mm(GapMm));
        var right = new Column(profile, root, width - wide, wide);
        AddIssuer(left, d, profile);
        AddTitle(right, profile);

        // Number and date stand on one line, as the grid of the form has them.
        var level = Math.Max(left.Height, right.Height);
        var number = NumberLine(d, o);
        if (number.Length > 0 || o.Reserve)
        {
            left.Skip(level - left.Height);
            left.WholeLine(FormElement.Number, number, o.Reserve ? DirectiveFields.Number : null);
        }

        AddMarks(left, d, profile, o);
        if (date.Length > 0)
        {
            right.Skip(level - right.Height);
            right.WholeLine(FormElement.PlaceDate, date, o.Reserve ? DirectiveFields.PlaceDate : null);
        }

        return FlowLine.Solid(Math.Max(left.Height, right.Height), [.. left.Marks, .. right.Marks]);
    }

    private static double RightWidth(FormProfile profile, string date, double width)
    {
        var title = Lettering.Of(profile[FormElement.NationalTitle]).Width(profile.IsState ? StateTitle : PartyTitle);
        return Math.Max(Math.Max(title, Lettering.Of(profile[FormElement.PlaceDate]).Width(date)) + 2, RightShare * width);
    }

    private static string NumberLine(DirectiveDocument d, LayoutOptions o) =>
        o.Reserve ? PlainText.NumberLine(null, d.Symbol) : PlainText.NumberLine(o.NumberAndDate?.Number ?? d.Number, d.Symbol);

    private static string DateLine(DirectiveDocument d, LayoutOptions o)
    {
        var date = o.Reserve ? null : o.NumberAndDate?.Date ?? d.Date;
        var isPrinted = o.Reserve || d.Place is not null || date is not null;
        var year = o.DraftYear ?? d.Date?.Year;
        var line = isPrinted ? PlainText.DateLine(d.Place ?? "", date, year).TrimStart(',', ' ') : "";

        // A reserved line keeps its last gap too, for the year that will be filled in there.
        return o.Reserve && year is null ? line + YearGap : line;
    }

    private static void AddIssuer(Column left, DirectiveDocument d, FormProfile profile)
    {
        left.Centred(FormElement.SuperiorOrgan, d.SuperiorOrgan);
        var widest = left.Centred(FormElement.Issuer, d.Issuer);
        if (widest > 0 && profile.Head.UnderIssuer == HeadMark.ShortRule)
        {
            left.Rule(ShortRuleShare * widest, RuleBelow);
        }
        else if (widest > 0 && profile.Head.UnderIssuer == HeadMark.Star)
        {
            left.Ornament(Lettering.Of(profile[FormElement.Number]), "*", profile[FormElement.Number].SizePt);
        }
    }

    private static void AddTitle(Column right, FormProfile profile)
    {
        var wide = right.Centred(FormElement.NationalTitle, profile.IsState ? StateTitle : PartyTitle);
        right.Rule(profile.IsState ? right.Centred(FormElement.Motto, StateMotto) : wide, RuleBelow);
        right.Skip(profile[FormElement.PlaceDate].SizePt / 4);
    }

    private static void AddMarks(Column left, DirectiveDocument d, FormProfile profile, LayoutOptions o)
    {
        if (TitleLayout.IsLetter(d))
        {
            left.Centred(FormElement.LetterSubject, d.Subject);
        }

        if (d.Urgency is not null)
        {
            left.Skip(profile.Head.BoxedUrgency ? FramePadding * 1.5 : FramePadding);
            var top = left.Height;
            var wide = left.Centred(FormElement.Urgency, d.Urgency) + (4 * FramePadding);
            if (profile.Head.BoxedUrgency)
            {
                left.Marks.Add(new FrameMark(left.Centre - (wide / 2), top - (FramePadding / 2), wide, left.Height - top + FramePadding));
                left.Skip(FramePadding);
            }
        }

        if (o.DraftMark)
        {
            left.Skip(FramePadding);
            left.Centred(FormElement.DraftMark, Sentence(d.DraftMark ?? "DỰ THẢO"));
        }
    }

    // The mark is kept in capitals; it is printed "Dự thảo lần 1".
    private static string Sentence(string capitals) =>
        capitals.Length == 0 || !VietnameseText.IsCapitals(capitals) ? capitals : capitals[..1] + capitals[1..].ToLowerInvariant();
}
