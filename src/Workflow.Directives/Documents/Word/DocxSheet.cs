using Workflow.Directives.Documents.Fonts;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Documents.Word;

/// <summary>Widths on the sheet of a form profile, and how text stands in them.</summary>
internal sealed class DocxSheet(FormProfile profile, string placeDate)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>Room beside a line, so that word processors with other roundings break it alike.</summary>
    private const double SlackPt = 3;

    /// <summary>The same for lines that are to come out even, as a share of their length: fonts that stand in for Times New Roman are wider.</summary>
    private const double SlackShare = 1.03;

    /// <summary>The left column above the text never gets narrower than this for the sake of the right one.</summary>
    private const double NarrowestHeadMm = 45;

    /// <summary>The right column above the text is at least this part of its width.</summary>
    private const double RightShare = 0.54;
    private const double HeadGapMm = 5;
    private const double FootRightMm = 78;
    private const double FootGapMm = 5;
    private const double WidestSubjectMm = 130;

    /// <summary>The rule under a state organ is a third to half as long as its name (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
    private const double ShortRuleShare = 0.4;

    /// <summary>Width between the margins in millimetres.</summary>
    internal double TextMm { get; } = profile.Sheet.WidthMm - profile.Sheet.LeftMm - profile.Sheet.RightMm;

    /// <summary>Width of the subject and what stands over and under it.</summary>
    internal static double SubjectMm => WidestSubjectMm;

    /// <summary>The columns above the text: the right one takes what it needs to stand on one line.</summary>
    internal ColumnWidths Head
    {
        get
        {
            var title = profile.IsState ? PrintedWords.StateTitle : PrintedWords.PartyTitle;
            var needed = Math.Max(Width(title, profile[FormElement.NationalTitle]), Width(placeDate, profile[FormElement.PlaceDate]));
            var right = Math.Clamp((needed + (2 * SlackPt)) / PointsPerMillimetre, RightShare * TextMm, TextMm - HeadGapMm - NarrowestHeadMm);
            return new(TextMm - HeadGapMm - right, HeadGapMm, right);
        }
    }

    /// <summary>The columns under the text.</summary>
    internal ColumnWidths Foot => new(TextMm - FootGapMm - FootRightMm, FootGapMm, FootRightMm);

    /// <summary>Whether a text stands on one line between the margins.</summary>
    internal bool IsOneLine(string text, FormElement element) => Width(text, profile[element]) + SlackPt < TextMm * PointsPerMillimetre;

    /// <summary>The profile with the distance of lines at which the pages of the PDF are filled, so that both have the same pages.</summary>
    internal static FormProfile Spaced(DirectiveDocument d, FormProfile profile, DocxOptions options)
    {
        var o = new LayoutOptions
        {
            NumberAndDate = options.NumberAndDate,
            DraftYear = options.DraftYear,
            DraftMark = options.DraftMark,
            SignedNote = options.SignedNote,
        };
        if (profile.Body.LeastLinePt >= profile.Body.LinePt)
        {
            return profile;
        }

        var pages = DirectiveLayout.Of(d, profile, o).Pages.Length;
        var line = profile.Body.LinePt;
        while (line > profile.Body.LeastLinePt && DirectiveLayout.Of(d, At(profile, line), o).Pages.Length > pages)
        {
            line--;
        }

        // Word processors do not squeeze the blanks of a line and so need a line or two more; where lines were set closer at all, a
        // little more makes room for these.
        return At(profile, line < profile.Body.LinePt ? Math.Max(line - 1, profile.Body.LeastLinePt) : line);
    }

    /// <summary>How far from both sides of a column a rule as long as the text begins, in points.</summary>
    internal static double RuleInset(double columnMm, string text, ElementLook look) => Inset(columnMm, Width(text, look));

    /// <summary>The same for a rule of a third to half of the text, which may break over lines.</summary>
    internal static double ShortRuleInset(double columnMm, string text, ElementLook look) =>
        Inset(columnMm, ShortRuleShare * Math.Min(Width(text, look), columnMm * PointsPerMillimetre));

    /// <summary>
    /// How far in from both sides centred text stands so that its lines come out about as long as each other, in points; 0 where it
    /// stands on one line.
    /// </summary>
    internal static double BalancedInset(double columnMm, string text, ElementLook look)
    {
        var words = text.Split(' ').Select(word => Width(word, look)).ToList();
        var blank = Width(" ", look);
        var room = (columnMm * PointsPerMillimetre) - SlackPt;
        var lines = Lines(words, blank, room);
        if (lines < 2)
        {
            return 0;
        }

        // The narrowest column that breaks the text into no more lines has the most even ones.
        var (narrow, wide) = (words.Max(), room);
        while (wide - narrow > 1)
        {
            var middle = (narrow + wide) / 2;
            (narrow, wide) = Lines(words, blank, middle) > lines ? (middle, wide) : (narrow, middle);
        }

        return Inset(columnMm, Math.Min((wide * SlackShare) + SlackPt, room));
    }

    /// <summary>On how many lines running text stands, near enough to tell one from two.</summary>
    internal int LinesOfText(string text)
    {
        var look = profile[FormElement.Body];
        var first = profile.Body.FirstLineIndentMm * PointsPerMillimetre;
        return (int)Math.Ceiling((first + Width(text, look)) / (TextMm * PointsPerMillimetre));
    }

    private static FormProfile At(FormProfile profile, double line) =>
        profile with { Body = profile.Body with { LinePt = line, LeastLinePt = line } };

    private static int Lines(List<double> words, double blank, double room)
    {
        var (lines, used) = (1, 0.0);
        foreach (var word in words)
        {
            var next = used > 0 ? used + blank + word : word;
            (lines, used) = next > room && used > 0 ? (lines + 1, word) : (lines, next);
        }

        return lines;
    }

    private static double Inset(double columnMm, double length) => Math.Max(((columnMm * PointsPerMillimetre) - length) / 2, 0);

    private static double Width(string text, ElementLook look) =>
        FontMeasures.Width(FontMeasures.Face(look.Bold, look.Italic), text, look.SizePt);
}

/// <summary>Two columns side by side and what lies between them, in millimetres.</summary>
internal sealed record ColumnWidths(double Left, double Gap, double Right);
