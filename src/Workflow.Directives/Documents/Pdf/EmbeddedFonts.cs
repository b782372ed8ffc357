using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Directives.Documents.Fonts;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>
/// The faces a file or form uses, as fonts of two-byte codes that carry their outlines and say what every glyph means
/// (/Type0, Identity-H, /ToUnicode; ISO 32000-1, 9.7).
/// </summary>
internal sealed class EmbeddedFonts
{
    private const int Serif = 1 << 1;
    private const int Nonsymbolic = 1 << 5;
    private const int Slanted = 1 << 6;
    private const int MostInABlock = 100;
    private const int ThousandthsOfAnEm = 1000;

    private readonly FontSubset[] subsets = [.. Enum.GetValues<FontFace>().Select(face => new FontSubset(face))];

    internal FontSubset this[FontFace face] => subsets[(int)face];

    /// <summary>The name of a face among the fonts of a page.</summary>
    internal static string NameOf(FontFace face) => $"T{(int)face}";

    /// <summary>Makes sure a face has these characters, also where nothing has printed them yet.</summary>
    internal void Need(FontFace face, string characters)
    {
        foreach (var rune in characters.EnumerateRunes())
        {
            this[face].NumberOf(rune);
        }
    }

    /// <summary>Adds the fonts used. Nothing may be printed with them afterwards.</summary>
    internal PdfDictionary Write(IPdfObjects objects)
    {
        var fonts = new PdfDictionary();
        foreach (var subset in subsets.Where(subset => !subset.IsEmpty))
        {
            fonts.Add(NameOf(subset.Face), Write(objects, subset));
        }

        return fonts;
    }

    private static PdfReference Write(IPdfObjects objects, FontSubset subset)
    {
        var file = subset.ToFile();
        var name = new PdfName($"{Tag(file)}+{subset.Font.Name}");
        var program = objects.Add(PdfPacking.Packed(new() { { "Length1", new PdfNumber(file.Length) } }, file));
        var descriptor = objects.Add(Descriptor(subset.Font, name, program));
        var glyphs = objects.Add(new PdfDictionary
        {
            { "Type", new PdfName("Font") },
            { "Subtype", new PdfName("CIDFontType2") },
            { "BaseFont", name },
            { "CIDSystemInfo", new PdfDictionary { { "Registry", PdfBytes.Text("Adobe") }, { "Ordering", PdfBytes.Text("Identity") }, { "Supplement", new PdfNumber(0) } } },
            { "FontDescriptor", descriptor },
            { "CIDToGIDMap", new PdfName("Identity") },
            { "DW", new PdfNumber(Thousandths(subset.Font, subset.Font.Advance(0))) },
            { "W", new PdfArray(new PdfNumber(1), new PdfArray([.. subset.Characters.Select(one => new PdfNumber(Thousandths(subset.Font, one.Advance)))])) },
        });
        return objects.Add(new PdfDictionary
        {
            { "Type", new PdfName("Font") },
            { "Subtype", new PdfName("Type0") },
            { "BaseFont", name },
            { "Encoding", new PdfName("Identity-H") },
            { "DescendantFonts", new PdfArray(glyphs) },
            { "ToUnicode", objects.Add(PdfPacking.Packed([], ToUnicode(subset))) },
        });
    }

    private static PdfDictionary Descriptor(TrueTypeFont font, PdfName name, PdfReference program) => new()
    {
        { "Type", new PdfName("FontDescriptor") },
        { "FontName", name },
        { "Flags", new PdfNumber(Serif | Nonsymbolic | (font.ItalicAngle == 0 ? 0 : Slanted)) },
        { "FontBBox", new PdfArray([.. font.Box.Select(side => new PdfNumber(Thousandths(font, side)))]) },
        { "ItalicAngle", new PdfNumber(font.ItalicAngle) },
        { "Ascent", new PdfNumber(Thousandths(font, font.Ascent)) },
        { "Descent", new PdfNumber(Thousandths(font, font.Descent)) },
        { "CapHeight", new PdfNumber(Thousandths(font, font.CapHeight)) },

        // Stem widths are not in the file; viewers use the value only to imitate a font that is missing.
        { "StemV", new PdfNumber(font.Weight / 5) },
        { "FontFile2", program },
    };

    private static double Thousandths(TrueTypeFont font, int units) => Math.Round((double)units * ThousandthsOfAnEm / font.UnitsPerEm, 3);

    // Six capitals that differ with the letters in the subset (9.6.4).
    private static string Tag(byte[] file) => string.Concat(SHA256.HashData(file).Take(6).Select(one => (char)('A' + (one % 26))));

    private static byte[] ToUnicode(FontSubset subset)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in subset.Characters.Chunk(MostInABlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (number, code, _) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(code)))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return Encoding.ASCII.GetBytes(map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString());
    }
}
