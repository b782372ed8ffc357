using System.Buffers.Binary;

namespace Workflow.Directives.Documents.Fonts;

/// <summary>One face as its TrueType file describes it (ISO/IEC 14496-22). Read once, when first used.</summary>
internal sealed class TrueTypeFont
{
    private const int BasicPlane = 0x10000;
    private const int Windows = 3;
    private const int UnicodeBasic = 1;
    private const int UnicodeFull = 10;

    private static readonly Lazy<TrueTypeFont>[] Faces =
        [.. Enum.GetValues<FontFace>().Select(face => new Lazy<TrueTypeFont>(() => new($"Tinos-{face}", Resource($"Tinos-{face}.ttf"))))];

    private readonly byte[] file;
    private readonly Dictionary<string, (int At, int Length)> tables = [];
    private readonly ushort[] basic = new ushort[BasicPlane];
    private readonly Dictionary<int, int> beyond = [];
    private readonly ushort[] advances;

    private TrueTypeFont(string name, byte[] file)
    {
        (Name, this.file) = (name, file);
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (16 * i);
            tables.Add(System.Text.Encoding.ASCII.GetString(file, entry, 4), (I32(entry + 8), I32(entry + 12)));
        }

        var (head, hhea) = (At("head"), At("hhea"));
        UnitsPerEm = U16(head + 18);
        Box = [I16(head + 36), I16(head + 38), I16(head + 40), I16(head + 42)];
        HasLongOffsets = I16(head + 50) == 1;
        (Ascent, Descent) = (I16(hhea + 4), I16(hhea + 6));
        GlyphCount = U16(At("maxp") + 4);
        CapHeight = U16(At("OS/2")) >= 2 ? I16(At("OS/2") + 88) : Ascent;
        Weight = U16(At("OS/2") + 4);
        ItalicAngle = I32(At("post") + 4) / 65536.0;
        advances = Advances(U16(hhea + 34));
        ReadCharacters();
    }

    /// <summary>PostScript name without a subset's tag.</summary>
    internal string Name { get; }

    internal int UnitsPerEm { get; }

    /// <summary>Left, bottom, right, top of all glyphs, in font units.</summary>
    internal int[] Box { get; }

    internal int Ascent { get; }

    internal int Descent { get; }

    internal int CapHeight { get; }

    internal int Weight { get; }

    internal double ItalicAngle { get; }

    internal int GlyphCount { get; }

    private bool HasLongOffsets { get; }

    internal static TrueTypeFont Of(FontFace face) => Faces[(int)face].Value;

    /// <summary>The glyph of a code point; 0, the empty box, when the face has none.</summary>
    internal int GlyphOf(int codePoint) => codePoint < BasicPlane ? basic[codePoint] : beyond.GetValueOrDefault(codePoint);

    internal int Advance(int glyph) => advances[glyph];

    internal int LeftBearing(int glyph)
    {
        var metrics = U16(At("hhea") + 34);
        return I16(At("hmtx") + (glyph < metrics ? (4 * glyph) + 2 : (4 * metrics) + (2 * (glyph - metrics))));
    }

    /// <summary>A table as it stands in the file.</summary>
    internal ReadOnlySpan<byte> Table(string tag) => file.AsSpan(tables[tag].At, tables[tag].Length);

    /// <summary>The outline of a glyph; empty for a blank.</summary>
    internal ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = At("loca");
        var (from, to) = HasLongOffsets
            ? (I32(loca + (4 * glyph)), I32(loca + (4 * glyph) + 4))
            : (2 * U16(loca + (2 * glyph)), 2 * U16(loca + (2 * glyph) + 2));
        return file.AsSpan(At("glyf") + from, to - from);
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"Workflow.Directives.Documents.Fonts.{name}")
            ?? throw new InvalidOperationException($"The font {name} is missing from the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private ushort[] Advances(int metrics)
    {
        var all = new ushort[GlyphCount];
        for (var i = 0; i < GlyphCount; i++)
        {
            all[i] = (ushort)U16(At("hmtx") + (4 * Math.Min(i, metrics - 1)));
        }

        return all;
    }

    private void ReadCharacters()
    {
        var cmap = At("cmap");
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var entry = cmap + 4 + (8 * i);
            var (platform, encoding, at) = (U16(entry), U16(entry + 2), cmap + I32(entry + 4));
            if (platform == Windows && encoding == UnicodeBasic && U16(at) == 4)
            {
                ReadSegments(at);
            }
            else if (platform == Windows && encoding == UnicodeFull && U16(at) == 12)
            {
                ReadGroups(at);
            }
        }
    }

    // Format 4: segments of the basic plane.
    private void ReadSegments(int at)
    {
        var twice = U16(at + 6);
        var (ends, starts, deltas, offsets) = (at + 14, at + 16 + twice, at + 16 + (2 * twice), at + 16 + (3 * twice));
        for (var i = 0; i < twice; i += 2)
        {
            var offset = U16(offsets + i);
            for (int code = U16(starts + i), end = U16(ends + i); code <= end && code != 0xFFFF; code++)
            {
                var glyph = offset == 0 ? code : U16(offsets + i + offset + (2 * (code - U16(starts + i))));
                basic[code] = (ushort)(offset != 0 && glyph == 0 ? 0 : glyph + U16(deltas + i));
            }
        }
    }

    // Format 12: groups of any plane.
    private void ReadGroups(int at)
    {
        for (var i = 0; i < I32(at + 12); i++)
        {
            var group = at + 16 + (12 * i);
            for (int first = I32(group), code = first; code <= I32(group + 4); code++)
            {
                var glyph = I32(group + 8) + code - first;
                if (code < BasicPlane)
                {
                    basic[code] = (ushort)glyph;
                }
                else
                {
                    beyond[code] = glyph;
                }
            }
        }
    }

    private int At(string tag) => tables[tag].At;

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));

    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
}
