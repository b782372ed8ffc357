namespace Workflow.Directives.Documents.Form;

/// <summary>
/// The office's choices where the form rules leave one or where what is published about them disagrees: section <c>Form</c> of
/// appsettings.json. With nothing set the profile's own values hold and the text is printed as it was approved.
/// </summary>
public sealed record FormSettings
{
    /// <summary>Size of page numbers in points, 13 to 14; published tables disagree. Unset: the profile's, 14.</summary>
    public double? PageNumberSizePt { get; init; }

    /// <summary>Size of the text in points, 13 to 15 (Party papers 14 to 15, state papers 13 to 14). Unset: the profile's, 14.</summary>
    public double? BodySizePt { get; init; }

    /// <summary>
    /// Distance of lines in points, 18 to 22; offices use 18, 19 or 20. Unset: the profile's, 20, and down to 18 where that spares a last
    /// page with little on it.
    /// </summary>
    public double? LinePt { get; init; }

    /// <summary>Room between paragraphs in points, 6 to 12. Unset: the profile's, 6.</summary>
    public double? GapPt { get; init; }

    /// <summary>Size of the printed type name in points, 13 to 16 (Party papers 15 to 16). Unset: the profile's.</summary>
    public double? TypeNameSizePt { get; init; }

    /// <summary>Whether papers are printed on both sides, so that even pages have left and right margin exchanged. Unset: false.</summary>
    public bool MirroredBacks { get; init; }

    /// <summary>How the subject of a công văn begins; published tables disagree. Unset: as it was written.</summary>
    public LetterSubjectWording LetterSubject { get; init; }

    /// <summary>What ends the text: the guideline wants a full stop, practice writes <c>./.</c>. Unset: as it was written.</summary>
    public BodyEnding Ending { get; init; }

    /// <summary>House style for ủy or uỷ, hòa or hoà; published tables disagree. Unset: as it was written.</summary>
    public ToneSpelling Spelling { get; init; }

    /// <summary>Every value outside what is allowed: its key under the section, the value, and what is allowed.</summary>
    public IEnumerable<(string Key, string Value, string Allowed)> Problems() =>
    [
        .. Outside(nameof(PageNumberSizePt), PageNumberSizePt, 13, 14),
        .. Outside(nameof(BodySizePt), BodySizePt, 13, 15),
        .. Outside(nameof(LinePt), LinePt, 18, 22),
        .. Outside(nameof(GapPt), GapPt, 6, 12),
        .. Outside(nameof(TypeNameSizePt), TypeNameSizePt, 13, 16),
        .. Unknown(nameof(LetterSubject), LetterSubject),
        .. Unknown(nameof(Ending), Ending),
        .. Unknown(nameof(Spelling), Spelling),
    ];

    private static IEnumerable<(string Key, string Value, string Allowed)> Outside(string key, double? value, double least, double most) =>
        value is { } given && !(given >= least && given <= most) ? [(key, FormattableString.Invariant($"{given}"), FormattableString.Invariant($"{least}–{most}"))] : [];

    private static IEnumerable<(string Key, string Value, string Allowed)> Unknown<T>(string key, T value)
        where T : struct, Enum => Enum.IsDefined(value) ? [] : [(key, value.ToString(), string.Join(", ", Enum.GetNames<T>()))];
}

/// <summary>How the subject of a công văn begins.</summary>
public enum LetterSubjectWording
{
    /// <summary>As it was written.</summary>
    AsWritten,

    /// <summary><c>V/v …</c>.</summary>
    Abbreviated,

    /// <summary><c>Về việc …</c>.</summary>
    InFull,

    /// <summary>Without either.</summary>
    Bare,
}

/// <summary>What ends the text.</summary>
public enum BodyEnding
{
    /// <summary>As it was written.</summary>
    AsWritten,

    /// <summary>A full stop.</summary>
    FullStop,

    /// <summary><c>./.</c>.</summary>
    FullStopAndSlash,
}

/// <summary>Where the tone mark of an open oa, oe, uy stands.</summary>
public enum ToneSpelling
{
    /// <summary>As it was written.</summary>
    AsWritten,

    /// <summary>On the first vowel: ủy, hòa.</summary>
    FirstVowel,

    /// <summary>On the second vowel: uỷ, hoà.</summary>
    SecondVowel,
}
