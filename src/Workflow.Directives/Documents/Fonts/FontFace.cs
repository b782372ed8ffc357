namespace Workflow.Directives.Documents.Fonts;

/// <summary>The faces of the one type family directives are printed in: Tinos, as wide as Times New Roman letter by letter.</summary>
public enum FontFace
{
    /// <summary>Upright.</summary>
    Regular,

    /// <summary>Upright bold.</summary>
    Bold,

    /// <summary>Slanted.</summary>
    Italic,

    /// <summary>Slanted bold.</summary>
    BoldItalic,
}

/// <summary>Measures of text in a face. All are points of 1/72 inch; text is measured as NFC.</summary>
public static class FontMeasures
{
    /// <summary>The face for a weight and a slant.</summary>
    /// <param name="bold">Whether bold.</param>
    /// <param name="italic">Whether slanted.</param>
    public static FontFace Face(bool bold, bool italic) => (FontFace)((bold ? 1 : 0) + (italic ? 2 : 0));

    /// <summary>How wide a text is on one line.</summary>
    /// <param name="face">The face.</param>
    /// <param name="text">The text, NFC.</param>
    /// <param name="sizePt">Size in points.</param>
    public static double Width(FontFace face, string text, double sizePt)
    {
        ArgumentNullException.ThrowIfNull(text);
        var font = TrueTypeFont.Of(face);
        var units = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            units += font.Advance(font.GlyphOf(rune.Value));
        }

        return units * sizePt / font.UnitsPerEm;
    }

    /// <summary>How far letters reach above the baseline.</summary>
    /// <param name="sizePt">Size in points.</param>
    public static double Ascent(double sizePt) => TrueTypeFont.Of(FontFace.Regular) is var font ? font.Ascent * sizePt / font.UnitsPerEm : 0;

    /// <summary>How far letters reach below the baseline; positive.</summary>
    /// <param name="sizePt">Size in points.</param>
    public static double Descent(double sizePt) => TrueTypeFont.Of(FontFace.Regular) is var font ? -font.Descent * sizePt / font.UnitsPerEm : 0;
}
