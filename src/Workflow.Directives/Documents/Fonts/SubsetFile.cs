using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Workflow.Directives.Documents.Fonts;

/// <summary>Puts tables together to a TrueType file, with its directory and check sums.</summary>
internal static class SubsetFile
{
    private const uint TrueType = 0x00010000;
    private const uint Whole = 0xB1B0AFBA;
    private const int EntryLength = 16;
    private const int DirectoryLength = 12;
    private const int AdjustmentInHead = 8;

    /// <param name="tables">The tables in order of their names; that of <c>head</c> with an adjustment of 0.</param>
    internal static byte[] Write(IReadOnlyList<(string Tag, byte[] Bytes)> tables)
    {
        var start = DirectoryLength + (EntryLength * tables.Count);
        var file = new byte[start + tables.Sum(table => Padded(table.Bytes.Length))];
        var power = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, TrueType);
        Put(file, 4, tables.Count);
        Put(file, 6, EntryLength << power);
        Put(file, 8, power);
        Put(file, 10, EntryLength * (tables.Count - (1 << power)));
        var (at, head) = (start, 0);
        for (var i = 0; i < tables.Count; i++)
        {
            var (tag, bytes) = tables[i];
            bytes.CopyTo(file, at);
            var entry = file.AsSpan(DirectoryLength + (EntryLength * i));
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.AsSpan(at, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            head = tag == "head" ? at : head;
            at += Padded(bytes.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + AdjustmentInHead), unchecked(Whole - Sum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static void Put(byte[] file, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at), (ushort)value);

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        }

        return sum;
    }
}
