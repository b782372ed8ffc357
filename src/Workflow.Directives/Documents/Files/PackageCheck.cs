using System.Buffers.Binary;
using System.Text;

namespace Workflow.Directives.Documents.Files;

/// <summary>
/// Looks through a zip's directory before anything of it is opened (APPNOTE 4.3, ISO/IEC 21320-1): how many entries, how large and how
/// tight they say they are, whether two share bytes, and what their names would do to somebody who unpacks them.
/// </summary>
internal static class PackageCheck
{
    /// <summary>Most entries of a package.</summary>
    internal const int MostEntries = 2_000;

    /// <summary>Most bytes all entries unpack to: 200 MB.</summary>
    internal const long MostUnpacked = 200L * 1_048_576;

    /// <summary>How much tighter than its content an entry may be.</summary>
    internal const int MostRatio = 100;

    /// <summary>Up to this size any ratio is harmless.</summary>
    internal const int SmallPart = 1_048_576;

    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int LongestComment = 65_535;
    private const int UnixHost = 3;
    private const int FileTypeMask = 0xF000;
    private const int SymbolicLink = 0xA000;
    private const int EncryptedFlag = 1;

    private sealed record Entry(string Name, long Packed, long Unpacked, long At, bool IsLink, bool IsEncrypted);

    /// <summary>Why the package is not opened; null when nothing speaks against it.</summary>
    /// <param name="zip">The file.</param>
    internal static Refusal? Find(ReadOnlySpan<byte> zip)
    {
        var end = EndOf(zip);
        if (end < 0)
        {
            return FileRefusals.BrokenWord;
        }

        var (count, start) = (Two(zip, end + 10), Four(zip, end + 16));
        if (count > MostEntries || zip.Count("PK\x01\x02"u8) > MostEntries)
        {
            return FileRefusals.UnpacksTooLarge;
        }

        return Read(zip, start, end, count) is { } entries ? Judge(zip, entries, start) : FileRefusals.BrokenWord;
    }

    private static Refusal? Judge(ReadOnlySpan<byte> zip, List<Entry> entries, long directory)
    {
        if (entries.Exists(entry => entry.IsLink || IsUnsafe(entry.Name)))
        {
            return FileRefusals.UnsafeNames;
        }

        if (entries.Exists(entry => entry.Unpacked > SmallPart && entry.Unpacked / Math.Max(entry.Packed, 1) > MostRatio)
            || entries.Sum(entry => entry.Unpacked) > MostUnpacked || Overlap(zip, entries, directory))
        {
            return FileRefusals.UnpacksTooLarge;
        }

        var twice = entries.Select(entry => entry.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < entries.Count;
        return twice || entries.Exists(entry => entry.IsEncrypted) ? FileRefusals.BrokenWord : null;
    }

    private static int EndOf(ReadOnlySpan<byte> zip)
    {
        var from = Math.Max(0, zip.Length - EndLength - LongestComment);
        var at = zip[from..].LastIndexOf("PK\x05\x06"u8);
        return at < 0 || from + at + EndLength > zip.Length ? -1 : from + at;
    }

    // Null when the directory is not where, or what, it says; packages of more than 4 GB (zip64) are far beyond what is read anyway.
    private static List<Entry>? Read(ReadOnlySpan<byte> zip, long start, int end, int count)
    {
        var entries = new List<Entry>(count);
        var at = start;
        for (var i = 0; i < count; i++)
        {
            if (at < 0 || at + EntryLength > end || Four(zip, (int)at) != 0x02014B50)
            {
                return null;
            }

            var here = zip[(int)at..];
            var nameLength = Two(here, 28);
            var next = at + EntryLength + nameLength + Two(here, 30) + Two(here, 32);
            if (next > end)
            {
                return null;
            }

            entries.Add(new(
                Encoding.UTF8.GetString(here.Slice(EntryLength, nameLength)), Four(here, 20), Four(here, 24), Four(here, 42),
                here[5] == UnixHost && ((Four(here, 38) >> 16) & FileTypeMask) == SymbolicLink, (Two(here, 8) & EncryptedFlag) != 0));
            at = next;
        }

        return entries;
    }

    // Two entries that share bytes unpack to more than the package could hold (D. Fifield, "A better zip bomb", 2019).
    private static bool Overlap(ReadOnlySpan<byte> zip, List<Entry> entries, long directory)
    {
        long last = 0;
        foreach (var entry in entries.OrderBy(entry => entry.At))
        {
            if (entry.At < last || entry.At + LocalLength > directory)
            {
                return true;
            }

            var local = zip[(int)entry.At..];
            last = entry.At + LocalLength + Two(local, 26) + Two(local, 28) + entry.Packed;
            if (last > directory)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnsafe(string name) => name.Length == 0 || name[0] is '/' or '\\' || name.Contains(':', StringComparison.Ordinal)
        || name.Any(char.IsControl) || name.Split('/', '\\').Any(part => part is ".." or ".");

    private static int Two(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long Four(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
