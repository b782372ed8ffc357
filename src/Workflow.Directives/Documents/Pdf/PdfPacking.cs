using System.IO.Compression;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>Streams that pack their bytes (/FlateDecode).</summary>
internal static class PdfPacking
{
    internal static PdfStream Packed(PdfDictionary dictionary, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        dictionary["Filter"] = new PdfName("FlateDecode");
        return new PdfStream(dictionary, packed.ToArray());
    }
}
