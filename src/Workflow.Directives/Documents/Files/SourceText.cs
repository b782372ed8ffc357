using System.Collections.Immutable;

namespace Workflow.Directives.Documents.Files;

/// <summary>What a text came in.</summary>
public enum SourceFormat
{
    /// <summary>Pasted or typed into a field.</summary>
    Pasted,

    /// <summary>A plain text file, Markdown included.</summary>
    PlainText,

    /// <summary>A Word document, Office Open XML (ECMA-376, ISO/IEC 29500).</summary>
    Word,

    /// <summary>A PDF with a text layer (ISO 32000).</summary>
    Pdf,
}

/// <summary>The text of a file, ready for <see cref="DocumentReader"/>.</summary>
/// <param name="Text">NFC, lines parted by LF, at most <see cref="TextRules.LongestText"/> bytes of UTF-8.</param>
/// <param name="Format">What it came in.</param>
/// <param name="Encoding">How the letters were stored: <c>UTF-8</c>, <c>UTF-16</c>, <c>windows-1258</c>, <c>TCVN3</c>, <c>VNI</c>; null where the format itself says.</param>
/// <param name="Notes">What was converted, supposed or left out on the way, so that a person can look there first.</param>
public sealed record SourceText(string Text, SourceFormat Format, string? Encoding, ImmutableArray<SourceNote> Notes)
{
    /// <summary>How a Word document is printed; null for the other formats, whose page this program sets.</summary>
    public WordSheet? Sheet { get; init; }
}

/// <summary>How a Word document is printed.</summary>
/// <param name="Sheets">The sheet of each section that names one, in order.</param>
/// <param name="Fonts">Fonts by their share of the letters, the largest first. Letters whose font no style names are left out.</param>
/// <param name="UsualSizePt">The size most letters have, in points; null where none is named.</param>
public sealed record WordSheet(ImmutableArray<PrintedSheet> Sheets, ImmutableArray<FontShare> Fonts, double? UsualSizePt);

/// <summary>A sheet and its margins in millimetres; null margins are not named in the file.</summary>
/// <param name="WidthMm">Width.</param>
/// <param name="HeightMm">Height.</param>
/// <param name="TopMm">Upper margin.</param>
/// <param name="BottomMm">Lower margin.</param>
/// <param name="LeftMm">Left margin.</param>
/// <param name="RightMm">Right margin.</param>
public sealed record PrintedSheet(double WidthMm, double HeightMm, double? TopMm, double? BottomMm, double? LeftMm, double? RightMm);

/// <summary>How much of a text is set in a font.</summary>
/// <param name="Font">Its name.</param>
/// <param name="Share">Its share of the letters, above 0 to 1.</param>
public sealed record FontShare(string Font, double Share);

/// <summary>Something a person should know of how a text was taken from its file.</summary>
/// <param name="Vietnamese">The sentence a clerk reads.</param>
/// <param name="English">The same in English.</param>
public sealed record SourceNote(string Vietnamese, string English);
