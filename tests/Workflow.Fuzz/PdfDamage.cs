using System.Globalization;
using System.Text;

namespace Workflow.Fuzz;

/// <summary>Damage that knows what a PDF is made of (ISO 32000-1, 7): numbers that lie, references that go round, streams that swell.</summary>
internal static class PdfDamage
{
    private const int Deep = 100_000;
    private const int Bomb = 64 * 1_048_576;
    private static readonly string[] Numbers = ["0", "-1", "1", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967296", "9223372036854775808", "99999999999999999999", "0.0000001", "1e9", "--1", "+-1", "."];

    private static readonly string[] Words =
    [
        "obj", "endobj", "stream", "endstream", "xref", "trailer", "startxref", "%%EOF", "R", "<<", ">>", "[", "]", "(", ")", "<", ">", "null", "true", "/Type", "/Filter",
        "/FlateDecode", "/ASCIIHexDecode", "/LZWDecode", "/Length", "/Prev", "/XRefStm", "/Root", "/Kids", "/Parent", "/ByteRange", "/Contents", "/AcroForm", "/Fields", "/V", "/AP", "/N",
        "/Sig", "/SubFilter", "/DecodeParms", "/Predictor", "/Encrypt", "/JavaScript", "/OpenAction", "/ObjStm", "/XRef", "/W", "/Index", "/Size", "/Extends", "/First",
    ];

    private static readonly string[] Parms =
    [
        "/DecodeParms <</Predictor 15 /Columns 2147483647 /Colors 32 /BitsPerComponent 16>>", "/DecodeParms <</Predictor 12 /Columns 0>>", "/DecodeParms <</Predictor 2 /Columns -5>>",
        "/Filter [/FlateDecode /FlateDecode /FlateDecode]", "/Filter [/ASCIIHexDecode /FlateDecode]", "/Filter /Crypt", "/F (/etc/passwd)", "/Length 1 0 R", "/Length 7 0 R",
    ];

    internal static IReadOnlyList<Damage> All { get; } = [Number, Number, Number, Reference, Reference, Word, Word, Parm, Nest, Loop, Signature, Signature, Update, Swell];

    private static byte[] Number(byte[] file, byte[] other, Random chance)
    {
        var damaged = file;
        for (var i = chance.Next(1, 4); i > 0; i--)
        {
            var from = Next(damaged, chance, one => one is >= (byte)'0' and <= (byte)'9');
            var length = damaged.AsSpan(from).IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            var by = chance.Next(3) == 0 ? chance.Next(damaged.Length + 1).ToString(CultureInfo.InvariantCulture) : Numbers[chance.Next(Numbers.Length)];
            damaged = ByteDamage.Replaced(damaged, from, Math.Max(0, length), Encoding.ASCII.GetBytes(by));
        }

        return damaged;
    }

    private static byte[] Reference(byte[] file, byte[] other, Random chance)
    {
        var damaged = (byte[])file.Clone();
        for (var i = chance.Next(1, 6); i > 0; i--)
        {
            // "12 0 R": the digits before " 0 R", kept at their length so that the table still holds.
            var place = chance.Next(damaged.Length + 1);
            var found = damaged.AsSpan(place).IndexOf(" 0 R"u8);
            for (var digit = place + found - 1; found > 0 && digit >= 0 && char.IsAsciiDigit((char)damaged[digit]); digit--)
            {
                damaged[digit] = (byte)('0' + chance.Next(10));
            }
        }

        return damaged;
    }

    private static byte[] Word(byte[] file, byte[] other, Random chance)
    {
        var word = Encoding.ASCII.GetBytes(Words[chance.Next(Words.Length)]);
        var place = chance.Next(file.Length + 1);
        var found = file.AsSpan(place).IndexOf(word);
        var by = Encoding.ASCII.GetBytes(chance.Next(4) == 0 ? "" : Words[chance.Next(Words.Length)]);
        return found < 0 ? ByteDamage.Replaced(file, place, 0, word) : ByteDamage.Replaced(file, place + found, word.Length, by);
    }

    private static byte[] Parm(byte[] file, byte[] other, Random chance) => AfterDictionary(file, chance, " " + Parms[chance.Next(Parms.Length)] + " ");

    private static byte[] Nest(byte[] file, byte[] other, Random chance)
    {
        var (open, close) = new[] { ("[", "]"), ("<</A ", ">>"), ("(", ")"), ("<</Kids [", "]>>") }[chance.Next(4)];
        var deep = chance.Next(Deep);
        var nested = string.Concat(Enumerable.Repeat(open, deep)) + (chance.Next(2) == 0 ? "" : string.Concat(Enumerable.Repeat(close, deep)));
        return AfterDictionary(file, chance, $" /Kids {nested} ");
    }

    /// <summary>A table that names itself as the one before.</summary>
    private static byte[] Loop(byte[] file, byte[] other, Random chance)
    {
        var text = Encoding.Latin1.GetString(file);
        var at = text.LastIndexOf("startxref", StringComparison.Ordinal);
        var start = at < 0 ? "0" : new string([.. text[(at + 9)..].SkipWhile(char.IsWhiteSpace).TakeWhile(char.IsAsciiDigit)]);
        var trailer = Math.Max(text.LastIndexOf("trailer", StringComparison.Ordinal), text.LastIndexOf("/XRef", StringComparison.Ordinal));
        var inside = trailer < 0 ? -1 : text.IndexOf("/Root", trailer, StringComparison.Ordinal);
        return inside < 0 ? file : ByteDamage.Replaced(file, inside, 0, Encoding.ASCII.GetBytes($"/Prev {start} /XRefStm {start} "));
    }

    /// <summary>Lies in the DER of a signature (ITU-T X.690), where the certificates and hashes are.</summary>
    private static byte[] Signature(byte[] file, byte[] other, Random chance)
    {
        var damaged = (byte[])file.Clone();
        var hole = chance.Next(2) == 0 ? damaged.AsSpan().IndexOf("/Contents <"u8) : damaged.AsSpan().LastIndexOf("/Contents <"u8);
        if (hole < 0)
        {
            return Number(file, other, chance);
        }

        var (from, length) = (hole + "/Contents <".Length, damaged.AsSpan(hole).IndexOf((byte)'>') - "/Contents <".Length);
        for (var i = chance.Next(1, 9); i > 0 && length > 8; i--)
        {
            var at = from + (2 * chance.Next(Math.Min(length, 3_000) / 2));
            Encoding.ASCII.GetBytes(new[] { "00", "80", "84", "FF", "30", "31", "A0", $"{chance.Next(256):X2}" }[chance.Next(8)]).CopyTo(damaged, at);
        }

        return damaged;
    }

    /// <summary>An update appended to the file that puts another object in a place.</summary>
    private static byte[] Update(byte[] file, byte[] other, Random chance)
    {
        var number = chance.Next(1, 40);
        var text = Encoding.Latin1.GetString(file);
        var last = text.LastIndexOf("startxref", StringComparison.Ordinal);
        var before = last < 0 ? "0" : new string([.. text[(last + 9)..].SkipWhile(char.IsWhiteSpace).TakeWhile(char.IsAsciiDigit)]);
        var value = new[] { "<</Type /Catalog /Pages 3 0 R /OpenAction <</S /JavaScript /JS (app.alert(1))>>>>", $"{number} 0 R", "null", "<</Kids [" + number + " 0 R]>>", "(text)" }[chance.Next(5)];
        var at = file.Length;
        var table = at + $"{number} 0 obj\n{value}\nendobj\n".Length;
        return
        [
            .. file,
            .. Encoding.Latin1.GetBytes(
                $"{number} 0 obj\n{value}\nendobj\nxref\n{number} 1\n{at:0000000000} 00000 n \ntrailer\n<</Size 99 /Root {number} 0 R /Prev {before}>>\nstartxref\n{table}\n%%EOF\n"),
        ];
    }

    /// <summary>Rarely: a table or a box of objects that swells to <see cref="Bomb"/> when unpacked.</summary>
    private static byte[] Swell(byte[] file, byte[] other, Random chance)
    {
        if (chance.Next(6) != 0)
        {
            return Word(file, other, chance);
        }

        var bomb = PackedPdf.Deflated(new byte[Bomb]);
        var filter = "/FlateDecode";
        if (chance.Next(2) == 0)
        {
            (bomb, filter) = (PackedPdf.Deflated(bomb), "[/FlateDecode /FlateDecode]");
        }

        var head = $"%PDF-1.7\n1 0 obj\n<</Type /XRef /Size 16777216 /W [1 2 1] /Root 2 0 R /Filter {filter} /Length {bomb.Length}>>\nstream\n";
        return [.. Encoding.ASCII.GetBytes(head), .. bomb, .. "\nendstream\nendobj\nstartxref\n9\n%%EOF\n"u8];
    }

    private static byte[] AfterDictionary(byte[] file, Random chance, string inserted)
    {
        var place = chance.Next(file.Length + 1);
        var found = file.AsSpan(place).IndexOf("<<"u8);
        return ByteDamage.Replaced(file, found < 0 ? place : place + found + 2, 0, Encoding.ASCII.GetBytes(inserted));
    }

    private static int Next(byte[] file, Random chance, Predicate<byte> wanted)
    {
        var from = chance.Next(file.Length + 1);
        var found = Array.FindIndex(file, from, wanted);
        return found < 0 ? from : found;
    }
}
