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
public sealed record SourceText(string Text, SourceFormat Format, string? Encoding, ImmutableArray<SourceNote> Notes);

/// <summary>Something a person should know of how a text was taken from its file.</summary>
/// <param name="Vietnamese">The sentence a clerk reads.</param>
/// <param name="English">The same in English.</param>
public sealed record SourceNote(string Vietnamese, string English);
