using System.IO.Compression;
using System.Xml;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>
/// The zip of a Word document, as a stranger may have made it: entries and names are looked at first, what is unpacked is counted as
/// it comes, and XML is read without a document type and without anything outside it (ECMA-376 part 2).
/// </summary>
internal sealed class WordPackage : IDisposable
{
    private const int MostEntries = 2_000;
    private const int LargestPart = 32 * 1_048_576;
    private const int MostRatio = 100;

    /// <summary>Up to this size any ratio is harmless.</summary>
    private const int SmallPart = 1_048_576;

    private readonly ZipArchive zip;

    private WordPackage(ZipArchive zip) => this.zip = zip;

    /// <exception cref="InvalidDataException">It is no zip.</exception>
    /// <exception cref="BeyondLimitException">It holds more than a document does.</exception>
    internal static WordPackage Open(byte[] bytes)
    {
        // Every entry of the directory is announced so; counting is cheaper than letting 100,000 be made.
        if (bytes.AsSpan().Count("PK\x01\x02"u8) > MostEntries)
        {
            throw new BeyondLimitException();
        }

        var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Any(IsTooTight))
        {
            zip.Dispose();
            throw new BeyondLimitException();
        }

        return new(zip);
    }

    public void Dispose() => zip.Dispose();

    /// <summary>Whether any entry's name ends so.</summary>
    internal bool Holds(string ending) => zip.Entries.Any(entry => entry.FullName.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    internal bool HoldsPart(string name) => zip.GetEntry(name) is not null;

    /// <summary>Reads an XML part from its start; null when there is none.</summary>
    internal XmlReader? Read(string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = LargestPart,
            CloseInput = true,
        };
        return XmlReader.Create(new CountedStream(entry.Open(), Math.Max(SmallPart, Math.Min(LargestPart, entry.CompressedLength * MostRatio))), settings);
    }

    // The sizes written in the zip may lie; who reads counts again.
    private static bool IsTooTight(ZipArchiveEntry entry) =>
        entry.Length > SmallPart && entry.Length / Math.Max(entry.CompressedLength, 1) > MostRatio;
}
