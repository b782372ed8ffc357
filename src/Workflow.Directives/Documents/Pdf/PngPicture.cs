using System.Buffers.Binary;
using System.IO.Compression;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>A picture from a PNG file (ISO/IEC 15948): 8 bits a channel, not interlaced, colour, grey or palette, with or without transparency.</summary>
public sealed class PngPicture
{
    private const int LargestSide = 4_000;
    private const int LargestFile = 4_000_000;
    private const int ChunkFrame = 12;
    private const int Grey = 0;
    private const int Colour = 2;
    private const int Indexed = 3;
    private const int GreyAlpha = 4;
    private const int ColourAlpha = 6;
    private static readonly byte[] Mark = [137, 80, 78, 71, 13, 10, 26, 10];

    private readonly byte[] colours;
    private readonly byte[]? alpha;

    private PngPicture(int width, int height, byte[] colours, byte[]? alpha) =>
        (Width, Height, this.colours, this.alpha) = (width, height, colours, alpha);

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Red, green and blue of every pixel, row by row.</summary>
    internal ReadOnlySpan<byte> Colours => colours;

    /// <summary>How much every pixel covers what lies under it; empty when all do wholly.</summary>
    internal ReadOnlySpan<byte> Cover => alpha;

    /// <summary>Reads a PNG file.</summary>
    /// <param name="file">Its bytes; at most 4 MB and 4,000 pixels a side.</param>
    /// <returns>The picture, or null when the file is no such PNG.</returns>
    public static PngPicture? Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return file.Length <= LargestFile && file.AsSpan().StartsWith(Mark) ? ReadChunks(file) : null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    internal PdfReference Write(IPdfObjects objects)
    {
        var picture = Described("DeviceRGB");
        picture["SMask"] = alpha is null ? null : objects.Add(PdfPacking.Packed(Described("DeviceGray"), alpha));
        return objects.Add(PdfPacking.Packed(picture, colours));
    }

    private static PngPicture? ReadChunks(byte[] file)
    {
        var header = file.AsSpan(16, 13);
        var (width, height, kind) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]), header[9]);
        var channels = kind switch { Grey or Indexed => 1, GreyAlpha => 2, Colour => 3, ColourAlpha => 4, _ => 0 };
        if (width is < 1 or > LargestSide || height is < 1 or > LargestSide || header[8] != 8 || channels == 0 || header[12] != 0)
        {
            return null;
        }

        byte[] palette = [], clear = [];
        using var packed = new MemoryStream();
        for (var at = Mark.Length; at + ChunkFrame <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var body = file.AsSpan(at + 8, length);
            switch (System.Text.Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "PLTE": palette = body.ToArray(); break;
                case "tRNS": clear = body.ToArray(); break;
                case "IDAT": packed.Write(body); break;
            }

            at += ChunkFrame + length;
        }

        packed.Position = 0;
        return Parted(width, height, kind, Rows(packed, width * channels, height, channels), palette, clear);
    }

    // Every row tells how it was guessed from its neighbours (9.2).
    private static byte[] Rows(Stream packed, int stride, int height, int step)
    {
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        var rows = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = zlib.ReadByte();
            var row = rows.AsSpan(y * stride, stride);
            zlib.ReadExactly(row);
            for (var x = 0; x < stride; x++)
            {
                var left = x >= step ? row[x - step] : 0;
                var above = y > 0 ? rows[((y - 1) * stride) + x] : 0;
                var corner = x >= step && y > 0 ? rows[((y - 1) * stride) + x - step] : 0;
                row[x] += (byte)(filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Nearest(left, above, corner),
                    _ => throw new InvalidDataException("Unknown row filter."),
                });
            }
        }

        return rows;
    }

    private static int Nearest(int left, int above, int corner)
    {
        var (a, b, c) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }

    private static PngPicture Parted(int width, int height, int kind, byte[] rows, byte[] palette, byte[] clear)
    {
        var count = width * height;
        var colours = new byte[3 * count];
        var alpha = kind is GreyAlpha or ColourAlpha || (kind == Indexed && clear.Length > 0) ? new byte[count] : null;
        for (var i = 0; i < count; i++)
        {
            var (red, green, blue, cover) = kind switch
            {
                Grey => (rows[i], rows[i], rows[i], byte.MaxValue),
                GreyAlpha => (rows[2 * i], rows[2 * i], rows[2 * i], rows[(2 * i) + 1]),
                Colour => (rows[3 * i], rows[(3 * i) + 1], rows[(3 * i) + 2], byte.MaxValue),
                ColourAlpha => (rows[4 * i], rows[(4 * i) + 1], rows[(4 * i) + 2], rows[(4 * i) + 3]),
                _ => (palette[3 * rows[i]], palette[(3 * rows[i]) + 1], palette[(3 * rows[i]) + 2], rows[i] < clear.Length ? clear[rows[i]] : byte.MaxValue),
            };
            (colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]) = (red, green, blue);
            if (alpha is not null)
            {
                alpha[i] = cover;
            }
        }

        return new(width, height, colours, alpha);
    }

    private PdfDictionary Described(string space) => new()
    {
        { "Type", new PdfName("XObject") },
        { "Subtype", new PdfName("Image") },
        { "Width", new PdfNumber(Width) },
        { "Height", new PdfNumber(Height) },
        { "ColorSpace", new PdfName(space) },
        { "BitsPerComponent", new PdfNumber(8) },
    };
}
