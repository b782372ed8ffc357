using System.Xml;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>What of a run's look changes which letters are read – capitals, hidden, a font with letters of its own – and its size.</summary>
/// <param name="Font">Font of Latin letters; null when it is the one above it.</param>
/// <param name="Capitals">Shown in capitals; null when as above.</param>
/// <param name="Hidden">Neither shown nor printed; null when as above.</param>
/// <param name="HalfPoints">Size in half points; null when as above.</param>
internal sealed record LetterLook(string? Font = null, bool? Capitals = null, bool? Hidden = null, int? HalfPoints = null)
{
    internal static LetterLook Plain { get; } = new();

    /// <summary>This look where it says something, the other elsewhere.</summary>
    internal LetterLook Over(LetterLook below) => new(Font ?? below.Font, Capitals ?? below.Capitals, Hidden ?? below.Hidden, HalfPoints ?? below.HalfPoints);

    /// <summary>Takes one property of a run the reader stands on.</summary>
    internal LetterLook With(XmlReader xml) => xml.LocalName switch
    {
        "rFonts" => (WordXml.Attribute(xml, "ascii") ?? WordXml.Attribute(xml, "hAnsi")) is { } font ? this with { Font = font } : this,
        "caps" => this with { Capitals = WordXml.IsOn(xml) },
        "sz" => this with { HalfPoints = WordXml.Number(xml) ?? HalfPoints },
        "vanish" => this with { Hidden = WordXml.IsOn(xml) },
        _ => this,
    };
}

/// <summary>A level of a list.</summary>
/// <param name="List">Number of the list; 0 ends one.</param>
/// <param name="Level">Level, from 0.</param>
internal sealed record ListPlace(int? List, int? Level);

/// <summary>Room above and below a paragraph.</summary>
/// <param name="Before">In twentieths of a point; null when as above it.</param>
/// <param name="After">In twentieths of a point; null when as above it.</param>
internal sealed record ParagraphGap(int? Before = null, int? After = null)
{
    internal static ParagraphGap None { get; } = new();

    /// <summary>This gap where it says something, the other elsewhere.</summary>
    internal ParagraphGap Over(ParagraphGap below) => new(Before ?? below.Before, After ?? below.After);

    /// <summary>Takes one property of a paragraph the reader stands on.</summary>
    internal ParagraphGap With(XmlReader xml) => xml.LocalName != "spacing" ? this
        : new(WordXml.Number(xml, "before") ?? Before, WordXml.Number(xml, "after") ?? After);
}
