using System.Buffers.Binary;
using System.Text;

namespace Workflow.Directives.Documents.Fonts;

/// <summary>
/// The part of a face a file uses. Every character gets a glyph number of its own in order of first use, also two characters that
/// look alike, so that the text of a page can be told from its glyphs without doubt. Instructions for coarse screens are left out.
/// </summary>
internal sealed class FontSubset(FontFace face)
{
    private const int Composite = -1;
    private const int HeaderLength = 10;
    private const int ArgumentsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;
    private const int HasInstructions = 0x0100;

    private readonly Dictionary<int, int> numbers = [];
    private readonly List<(int Glyph, int Code)> used = [(0, 0)];

    internal TrueTypeFont Font { get; } = TrueTypeFont.Of(face);

    internal FontFace Face => face;

    /// <summary>Characters used, with their numbers, in order of number.</summary>
    internal IEnumerable<(int Number, int Code, int Advance)> Characters => used.Skip(1).Select((one, i) => (i + 1, one.Code, Font.Advance(one.Glyph)));

    internal bool IsEmpty => used.Count == 1;

    /// <summary>The number of a character in this file.</summary>
    internal int NumberOf(Rune rune)
    {
        if (!numbers.TryGetValue(rune.Value, out var number))
        {
            number = used.Count;
            numbers.Add(rune.Value, number);
            used.Add((Font.GlyphOf(rune.Value), rune.Value));
        }

        return number;
    }

    /// <summary>The subset as a TrueType file.</summary>
    internal byte[] ToFile()
    {
        var glyphs = used.Select(one => one.Glyph).ToList();
        var parts = new Dictionary<int, int>();
        var outlines = new List<byte[]>();
        for (var i = 0; i < glyphs.Count; i++)
        {
            outlines.Add(Outline(glyphs[i], part => NumberOfPart(part, parts, glyphs)));
        }

        var (glyf, loca) = Joined(outlines);
        return SubsetFile.Write(
        [
            ("glyf", glyf), ("head", Head()), ("hhea", Changed("hhea", 34, glyphs.Count)), ("hmtx", Metrics(glyphs)),
            ("loca", loca), ("maxp", Limits(glyphs.Count)),
        ]);
    }

    private static int NumberOfPart(int glyph, Dictionary<int, int> parts, List<int> glyphs)
    {
        if (!parts.TryGetValue(glyph, out var number))
        {
            number = glyphs.Count;
            parts.Add(glyph, number);
            glyphs.Add(glyph);
        }

        return number;
    }

    private byte[] Outline(int glyph, Func<int, int> numberOf)
    {
        var outline = Font.Outline(glyph);
        return outline.Length == 0 ? []
            : BinaryPrimitives.ReadInt16BigEndian(outline) <= Composite ? Composed(outline, numberOf)
            : WithoutInstructions(outline);
    }

    private static byte[] WithoutInstructions(ReadOnlySpan<byte> outline)
    {
        var at = HeaderLength + (2 * BinaryPrimitives.ReadInt16BigEndian(outline));
        var rest = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
        return [.. outline[..at], 0, 0, .. outline[rest..]];
    }

    private static byte[] Composed(ReadOnlySpan<byte> outline, Func<int, int> numberOf)
    {
        var copy = outline.ToArray();
        for (var at = HeaderLength; ;)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)(flags & ~HasInstructions));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), (ushort)numberOf(part));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2)
                + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
            if ((flags & MoreComponents) == 0)
            {
                return copy[..at];
            }
        }
    }

    private static (byte[] Glyf, byte[] Loca) Joined(List<byte[]> outlines)
    {
        using var glyf = new MemoryStream();
        var loca = new byte[4 * (outlines.Count + 1)];
        for (var i = 0; i < outlines.Count; i++)
        {
            glyf.Write(outlines[i]);
            glyf.Write(new byte[(4 - (outlines[i].Length % 4)) % 4]);
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (i + 1)), (int)glyf.Length);
        }

        return (glyf.ToArray(), loca);
    }

    private byte[] Head()
    {
        var head = Changed("head", 50, 1);
        head.AsSpan(8, 4).Clear();
        return head;
    }

    private byte[] Changed(string tag, int at, int value)
    {
        var table = Font.Table(tag).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), (ushort)value);
        return table;
    }

    // Without instructions nothing needs storage, functions or a stack.
    private byte[] Limits(int count)
    {
        var maxp = Changed("maxp", 4, count);
        maxp.AsSpan(16, 12).Clear();
        maxp[15] = 1;
        return maxp;
    }

    private byte[] Metrics(List<int> glyphs)
    {
        var hmtx = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)Font.Advance(glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((4 * i) + 2), (short)Font.LeftBearing(glyphs[i]));
        }

        return hmtx;
    }
}
