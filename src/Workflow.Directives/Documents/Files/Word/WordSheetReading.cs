using System.Collections.Immutable;
using System.Xml;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>Gathers the sheets that the sections of a document are printed on, and how many letters have which font and size.</summary>
internal sealed class WordSheetReading
{
    private const double TwipsInMm = 1440 / 25.4;

    private readonly List<PrintedSheet> sheets = [];
    private readonly Dictionary<string, int> fonts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, int> sizes = [];

    /// <summary>Takes the section on whose start the reader stands.</summary>
    internal void TakeSection(XmlReader xml)
    {
        foreach (var name in WordXml.Inside(xml))
        {
            Take(xml, name);
        }
    }

    /// <summary>Takes a property of a section (ISO/IEC 29500-1, 17.6.11 and 17.6.13): the size opens a sheet, the margins go to it.</summary>
    internal void Take(XmlReader xml, string name)
    {
        if (name == "pgSz" && WordXml.Number(xml, "w") is { } width && WordXml.Number(xml, "h") is { } height)
        {
            sheets.Add(new(Mm(width), Mm(height), null, null, null, null));
        }
        else if (name == "pgMar" && sheets.Count > 0)
        {
            sheets[^1] = sheets[^1] with
            {
                TopMm = Margin(xml, "top"),
                BottomMm = Margin(xml, "bottom"),
                LeftMm = Margin(xml, "left") ?? Margin(xml, "start"),
                RightMm = Margin(xml, "right") ?? Margin(xml, "end"),
            };
        }
    }

    internal void Count(string letters, LetterLook look)
    {
        var count = letters.Count(char.IsLetter);
        if (count > 0 && look.Font is { } font)
        {
            fonts[font] = fonts.GetValueOrDefault(font) + count;
        }

        if (count > 0 && look.HalfPoints is { } size)
        {
            sizes[size] = sizes.GetValueOrDefault(size) + count;
        }
    }

    internal WordSheet ToSheet()
    {
        var letters = fonts.Values.Sum();
        return new(
            [.. sheets],
            [.. fonts.OrderByDescending(font => font.Value).ThenBy(font => font.Key, StringComparer.Ordinal).Select(font => new FontShare(font.Key, (double)font.Value / letters))],
            sizes.Count == 0 ? null : sizes.MaxBy(size => size.Value).Key / 2.0);
    }

    // A negative margin is kept from growing with the header (17.6.11); its width is the same.
    private static double? Margin(XmlReader xml, string side) => WordXml.Number(xml, side) is { } twips ? Mm(Math.Abs(twips)) : null;

    private static double Mm(int twips) => twips / TwipsInMm;
}
