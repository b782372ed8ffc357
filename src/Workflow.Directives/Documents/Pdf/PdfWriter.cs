using System.Security.Cryptography;
using System.Text;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>
/// A new PDF file: numbered objects, one classic cross-reference table, one trailer (ISO 32000-1, 7.5). The same objects give the same
/// bytes.
/// </summary>
internal sealed class PdfWriter : IPdfObjects
{
    /// <summary>PDF 1.7, and four bytes above 127 so that nobody takes the file for text.</summary>
    private static readonly byte[] Header = [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n'];

    private readonly List<PdfValue?> objects = [];

    /// <inheritdoc />
    public PdfReference Reserve()
    {
        objects.Add(null);
        return new(objects.Count);
    }

    /// <inheritdoc />
    public void Set(PdfReference at, PdfValue value)
    {
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(value);
        objects[at.Number - 1] = objects[at.Number - 1] is null ? value : throw new InvalidOperationException($"Object {at.Number} was given twice.");
    }

    /// <summary>The file.</summary>
    /// <param name="catalog">The document catalog.</param>
    /// <param name="information">The information dictionary.</param>
    /// <param name="id">What the file is known by; goes into both halves of /ID, as a new file's do.</param>
    internal byte[] ToBytes(PdfReference catalog, PdfReference information, Guid id)
    {
        using var file = new MemoryStream();
        file.Write(Header);
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            Put(file, $"{i + 1} 0 obj\n");
            (objects[i] ?? throw new InvalidOperationException($"Object {i + 1} was reserved and never given.")).Write(file);
            Put(file, "\nendobj\n");
        }

        var start = file.Length;
        Put(file, table.ToString());
        Put(file, "trailer\n");
        var mark = new PdfBytes(IdentifierOf(id));
        new PdfDictionary
        {
            { "Size", new PdfNumber(objects.Count + 1) },
            { "Root", catalog },
            { "Info", information },
            { "ID", new PdfArray(mark, mark) },
        }.Write(file);
        Put(file, $"\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    // Sixteen bytes that differ with the id, without telling it.
    private static byte[] IdentifierOf(Guid id) => SHA256.HashData(id.ToByteArray(bigEndian: true))[..16];

    private static void Put(Stream to, string ascii) => to.Write(Encoding.ASCII.GetBytes(ascii));
}
