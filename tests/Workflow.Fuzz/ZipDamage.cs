using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Workflow.Fuzz;

/// <summary>Lies in the directory of a zip (APPNOTE 4.3.7, 4.3.12), and parts damaged before they are packed again.</summary>
internal static class ZipDamage
{
    private const int Bomb = 48 * 1_048_576;
    private static readonly uint[] Lies = [0, 1, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF];

    /// <summary>Where the fields stand after the mark of a local header, of an entry of the directory, of the end.</summary>
    private static readonly (byte[] Mark, (int At, int Size)[] Fields)[] Headers =
    [
        ([.. "PK\x03\x04"u8], [(4, 2), (6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)]),
        ([.. "PK\x01\x02"u8], [(6, 2), (8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (38, 4), (42, 4)]),
        ([.. "PK\x05\x06"u8], [(4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)]),
    ];

    private static readonly string[] Names =
    [
        "../../etc/passwd", "/word/document.xml", "word\\document.xml", "word/document.xml\0.png", "WORD/DOCUMENT.XML", "word/vbaProject.bin", " ",
        "word/./document.xml", "xl/worksheets/sheet0.xml", "xl/sharedStrings.xml", "word/styles.xml", "\u202Elmx.tnemucod/drow",
    ];

    internal static IReadOnlyList<Damage> All { get; } = [Lie, Lie, Part, Part, Part, Part, Rename, Twice, Leave, Inflate];

    private static byte[] Lie(byte[] file, byte[] other, Random chance)
    {
        var damaged = (byte[])file.Clone();
        for (var i = chance.Next(1, 4); i > 0; i--)
        {
            var (mark, fields) = Headers[chance.Next(Headers.Length)];
            var places = Places(damaged, mark);
            if (places.Count == 0)
            {
                continue;
            }

            var (at, size) = fields[chance.Next(fields.Length)];
            var lie = chance.Next(3) == 0 ? (uint)chance.Next() : Lies[chance.Next(Lies.Length)];
            var place = places[chance.Next(places.Count)] + at;
            if (place + 4 <= damaged.Length && size == 4)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(damaged.AsSpan(place), lie);
            }
            else if (place + 2 <= damaged.Length)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(damaged.AsSpan(place), (ushort)lie);
            }
        }

        return damaged;
    }

    private static byte[] Part(byte[] file, byte[] other, Random chance) => Repacked(file, chance, (parts, at) =>
    {
        var (name, content) = parts[at];
        var ways = chance.Next(4) == 0 ? ByteDamage.All : XmlDamage.All;
        parts[at] = (name, ways[chance.Next(ways.Count)](content, content, chance));
    });

    private static byte[] Rename(byte[] file, byte[] other, Random chance) =>
        Repacked(file, chance, (parts, at) => parts[at] = (Names[chance.Next(Names.Length)], parts[at].Content));

    private static byte[] Twice(byte[] file, byte[] other, Random chance) =>
        Repacked(file, chance, (parts, at) => parts.Add((parts[chance.Next(parts.Count)].Name, parts[at].Content)));

    private static byte[] Leave(byte[] file, byte[] other, Random chance) => Repacked(file, chance, (parts, at) => parts.RemoveAt(at));

    // Rarely, for it takes long to pack: one part of much the same.
    private static byte[] Inflate(byte[] file, byte[] other, Random chance) => chance.Next(8) != 0 ? Lie(file, other, chance) : Repacked(file, chance, (parts, at) =>
    {
        var (name, content) = parts[at];
        var text = Encoding.UTF8.GetString(content);
        var middle = text.IndexOf('<', text.Length / 2);
        parts[at] = middle < 0 ? parts[at] : (name, [.. Encoding.UTF8.GetBytes(text[..middle]), .. Enumerable.Repeat((byte)' ', Bomb), .. Encoding.UTF8.GetBytes(text[middle..])]);
    });

    private static List<int> Places(byte[] file, byte[] mark)
    {
        var places = new List<int>();
        for (var at = file.AsSpan().IndexOf(mark); at >= 0;)
        {
            places.Add(at);
            var next = file.AsSpan(at + 4).IndexOf(mark);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return places;
    }

    private static byte[] Repacked(byte[] file, Random chance, Action<List<(string Name, byte[] Content)>, int> change)
    {
        var parts = Parts(file);
        if (parts.Count == 0)
        {
            return file;
        }

        change(parts, chance.Next(parts.Count));
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.Where(part => part.Name.Length > 0))
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return to.ToArray();
    }

    // A file that was damaged before may not open any more; then it stays as it is.
    private static List<(string Name, byte[] Content)> Parts(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return [.. zip.Entries.Select(entry => (entry.FullName, Content(entry)))];
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return [];
        }
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
