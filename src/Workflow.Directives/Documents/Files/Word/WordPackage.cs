using System.IO.Compression;
using System.Xml;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>
/// The zip of a Word document, as a stranger may have made it: entries and names are looked at first, what is unpacked is counted as
/// it comes, part by part and in all, and XML is read without a document type and without anything outside it (ECMA-376 part 2).
/// </summary>
internal sealed class WordPackage : IDisposable
{
    private const int LargestPart = 32 * 1_048_576;

    private readonly ZipArchive zip;
    private readonly Allowance all = new(PackageCheck.MostUnpacked);

    private WordPackage(ZipArchive zip) => this.zip = zip;

    /// <summary>Names of all parts.</summary>
    internal IEnumerable<string> Parts => zip.Entries.Select(entry => entry.FullName);

    /// <summary>Opens a package that <see cref="PackageCheck"/> let through.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="InvalidDataException">It is no zip.</exception>
    internal static WordPackage Open(byte[] bytes) => new(new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read));

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
        var allowed = Math.Max(PackageCheck.SmallPart, Math.Min(LargestPart, entry.CompressedLength * PackageCheck.MostRatio));
        return XmlReader.Create(new CountedStream(entry.Open(), allowed, all), settings);
    }
}
