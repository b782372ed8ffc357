using System.Collections.Immutable;

namespace Workflow.Directives.Documents.Form;

/// <summary>
/// One form rule as numbers: where everything stands on the sheet and how it looks. Lengths end in <c>Mm</c> and are millimetres,
/// sizes and line distances end in <c>Pt</c> and are points of 1/72 inch.
/// </summary>
public sealed record FormProfile
{
    /// <summary><c>HD05</c>, <c>HD36</c> or <c>ND30</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The rule by number and name.</summary>
    public required string Rule { get; init; }

    /// <summary>The first day the rule holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day the rule holds; null while it does.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Whether the paper is a state organ's (national title, rules instead of stars, colon after Số).</summary>
    public bool IsState { get; init; }

    /// <summary>The sheet and its margins.</summary>
    public required SheetForm Sheet { get; init; }

    /// <summary>Where the page number stands.</summary>
    public required PageNumberForm PageNumber { get; init; }

    /// <summary>How the text is set.</summary>
    public required BodyForm Body { get; init; }

    /// <summary>What stands under organ, national title and subject.</summary>
    public required HeadForm Head { get; init; }

    /// <summary>How the recipients are listed and what room the signature has.</summary>
    public required FootForm Foot { get; init; }

    /// <summary>The letters of every element.</summary>
    public required ImmutableDictionary<FormElement, ElementLook> Looks { get; init; }

    /// <summary>How the subject of a công văn begins. As the profile stands: as its text does.</summary>
    public LetterSubjectWording LetterSubject { get; init; }

    /// <summary>What ends the text. As the profile stands: as it was written.</summary>
    public BodyEnding Ending { get; init; }

    /// <summary>Where the tone mark of an open oa, oe, uy stands. As the profile stands: as it was written.</summary>
    public ToneSpelling Spelling { get; init; }

    /// <summary>The letters of one element.</summary>
    /// <param name="element">The element.</param>
    public ElementLook this[FormElement element] => Looks[element];
}

/// <summary>The sheet and its margins.</summary>
/// <param name="WidthMm">Width.</param>
/// <param name="HeightMm">Height.</param>
/// <param name="TopMm">Upper margin.</param>
/// <param name="BottomMm">Lower margin.</param>
/// <param name="LeftMm">Left margin of a front.</param>
/// <param name="RightMm">Right margin of a front.</param>
/// <param name="MirroredBacks">Whether even pages are backs of sheets, with left and right margin exchanged.</param>
/// <param name="Source">The rule that says so, and how sure that is.</param>
public sealed record SheetForm(
    double WidthMm, double HeightMm, double TopMm, double BottomMm, double LeftMm, double RightMm, bool MirroredBacks, string Source);

/// <summary>Where the page number stands: centred between the margins.</summary>
/// <param name="FromTopMm">From the top edge of the sheet to the top of its line.</param>
/// <param name="FirstPage">The first page that bears one.</param>
/// <param name="Source">The rule that says so, and how sure that is.</param>
public sealed record PageNumberForm(double FromTopMm, int FirstPage, string Source);

/// <summary>How the text is set; its letters are <see cref="FormElement.Body"/>.</summary>
/// <param name="FirstLineIndentMm">How far the first line of a paragraph stands in.</param>
/// <param name="GapPt">Room between two paragraphs beyond the line distance.</param>
/// <param name="LinePt">Distance from line to line, exactly.</param>
/// <param name="LeastLinePt">
/// The least distance the rule admits: lines stand so close where that spares a last page with little on it. As great as
/// <paramref name="LinePt"/> where the office set a distance.
/// </param>
/// <param name="Source">The rule that says so, and how sure that is.</param>
public sealed record BodyForm(double FirstLineIndentMm, double GapPt, double LinePt, double LeastLinePt, string Source);

/// <summary>What stands under organ, national title and subject.</summary>
/// <param name="UnderIssuer">Under the issuing organ.</param>
/// <param name="UnderSubject">Under the subject of a paper whose type is printed.</param>
/// <param name="BoxedUrgency">Whether the urgency mark stands in a frame.</param>
/// <param name="Source">The rule that says so, and how sure that is.</param>
public sealed record HeadForm(HeadMark UnderIssuer, HeadMark UnderSubject, bool BoxedUrgency, string Source);

/// <summary>How the recipients are listed and what room the signature has.</summary>
/// <param name="RecipientSeparator">What ends every line of Nơi nhận but the last, which ends with a full stop.</param>
/// <param name="SignatureMm">Height left free between position and name.</param>
/// <param name="Source">The rule that says so, and how sure that is.</param>
public sealed record FootForm(string RecipientSeparator, double SignatureMm, string Source);

/// <summary>What stands under an element of the head.</summary>
public enum HeadMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A star.</summary>
    Star,

    /// <summary>Five hyphens.</summary>
    Hyphens,

    /// <summary>A rule of a third to half the text's length.</summary>
    ShortRule,
}
