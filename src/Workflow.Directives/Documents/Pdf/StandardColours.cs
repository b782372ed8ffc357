using System.Buffers.Binary;
using System.Text;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>
/// The colour space sRGB as an ICC profile, version 2: three primaries, a white point and one tone curve, computed from IEC 61966-2-1 (primaries
/// adapted to D50 by Bradford's method, as the profile connection space wants them).
/// </summary>
internal static class StandardColours
{
    private const int HeaderLength = 128;
    private const int CurvePoints = 1024;
    private static readonly double[] White = [0.9642, 1, 0.8249];
    private static readonly double[] Red = [0.4360747, 0.2225045, 0.0139322];
    private static readonly double[] Green = [0.3850649, 0.7168786, 0.0971045];
    private static readonly double[] Blue = [0.1430804, 0.0606169, 0.7141733];

    internal static byte[] Profile { get; } = Build();

    private static byte[] Build()
    {
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")), ("cprt", Text("No copyright")), ("wtpt", Point(White)),
            ("rXYZ", Point(Red)), ("gXYZ", Point(Green)), ("bXYZ", Point(Blue)), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var at = HeaderLength + 4 + (12 * tags.Length);
        var places = new Dictionary<byte[], int>();
        foreach (var (_, data) in tags.Where(tag => places.TryAdd(tag.Data, 0)).ToList())
        {
            places[data] = at;
            at += data.Length;
        }

        var profile = new byte[at];
        Header(profile);
        Put(profile, HeaderLength, tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var entry = HeaderLength + 4 + (12 * i);
            Encoding.ASCII.GetBytes(tags[i].Tag, profile.AsSpan(entry));
            Put(profile, entry + 4, places[tags[i].Data]);
            Put(profile, entry + 8, tags[i].Data.Length);
            tags[i].Data.CopyTo(profile, places[tags[i].Data]);
        }

        return profile;
    }

    private static void Header(byte[] profile)
    {
        Put(profile, 0, profile.Length);
        Put(profile, 8, 0x02100000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile.AsSpan(12));

        // A fixed day: the profile is the same in every file.
        short[] day = [2026, 5, 27, 0, 0, 0];
        for (var i = 0; i < day.Length; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(profile.AsSpan(24 + (2 * i)), day[i]);
        }

        Encoding.ASCII.GetBytes("acsp", profile.AsSpan(36));
        for (var i = 0; i < White.Length; i++)
        {
            Put(profile, 68 + (4 * i), Fixed(White[i]));
        }
    }

    private static byte[] Point(double[] xyz)
    {
        var data = Typed("XYZ ", 20);
        for (var i = 0; i < xyz.Length; i++)
        {
            Put(data, 8 + (4 * i), Fixed(xyz[i]));
        }

        return data;
    }

    private static byte[] Curve()
    {
        var data = Typed("curv", 12 + (2 * CurvePoints));
        Put(data, 8, CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var value = i / (CurvePoints - 1.0);
            var light = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), (ushort)Math.Round(light * ushort.MaxValue));
        }

        return data;
    }

    private static byte[] Text(string text)
    {
        var data = Typed("text", Padded(8 + text.Length + 1));
        Encoding.ASCII.GetBytes(text, data.AsSpan(8));
        return data;
    }

    // The type of version 2 holds the text in ASCII and, empty here, in Unicode and in Macintosh script.
    private static byte[] Description(string text)
    {
        var data = Typed("desc", Padded(12 + text.Length + 1 + 8 + 70));
        Put(data, 8, text.Length + 1);
        Encoding.ASCII.GetBytes(text, data.AsSpan(12));
        return data;
    }

    private static byte[] Typed(string type, int length)
    {
        var data = new byte[length];
        Encoding.ASCII.GetBytes(type, data);
        return data;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static int Fixed(double value) => (int)Math.Round(value * 65536);

    private static void Put(byte[] to, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(to.AsSpan(at), value);
}
