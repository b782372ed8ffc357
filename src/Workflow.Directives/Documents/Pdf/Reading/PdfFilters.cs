using System.IO.Compression;

namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>Decodes the streams that hold tables and objects; pictures and fonts are never decoded here.</summary>
internal static class PdfFilters
{
    /// <summary>Most bytes a stream may unpack to.</summary>
    public const int Largest = 32 * 1024 * 1024;

    private const int UpPredictor = 2;

    private const int FirstPngPredictor = 10;

    /// <summary>The decoded bytes.</summary>
    /// <param name="stream">A stream without a filter or with FlateDecode.</param>
    /// <exception cref="PdfFormatException">Another filter, damaged data, or more than is accepted.</exception>
    public static byte[] Decode(PdfStream stream)
    {
        var filter = stream.Dictionary["Filter"] is PdfArray { Items: [var only] } ? only : stream.Dictionary["Filter"];
        if (filter is null)
        {
            return stream.Bytes;
        }

        if (filter is not PdfName { Value: "FlateDecode" })
        {
            throw new PdfFormatException("a table or container of objects is packed in a way that is not read here", 0);
        }

        var parameters = stream.Dictionary["DecodeParms"] is PdfArray { Items: [var first] } ? first : stream.Dictionary["DecodeParms"];
        var data = Inflate(stream.Bytes);
        return parameters is PdfDictionary predicted && Number(predicted, "Predictor", 1) >= FirstPngPredictor
            ? Unpredict(data, Number(predicted, "Columns", 1))
            : data;
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var buffer = new byte[8192];
            for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            {
                if (unpacked.Length + count > Largest)
                {
                    throw new PdfFormatException("a stream unpacks to more than is accepted", 0);
                }

                unpacked.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            throw new PdfFormatException("a stream is damaged", 0);
        }

        return unpacked.ToArray();
    }

    // Tables are predicted by PNG's Up or not at all (RFC 2083, 6); the other kinds occur in pictures.
    private static byte[] Unpredict(byte[] data, int columns)
    {
        if (columns is < 1 or > 64 || data.Length % (columns + 1) != 0)
        {
            throw new PdfFormatException("a table of objects is predicted wrongly", 0);
        }

        var rows = data.Length / (columns + 1);
        var plain = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var kind = data[row * (columns + 1)];
            if (kind is not (0 or UpPredictor))
            {
                throw new PdfFormatException("a table of objects is predicted in a way that is not read here", 0);
            }

            for (var i = 0; i < columns; i++)
            {
                var above = kind == UpPredictor && row > 0 ? plain[((row - 1) * columns) + i] : 0;
                plain[(row * columns) + i] = (byte)(data[(row * (columns + 1)) + 1 + i] + above);
            }
        }

        return plain;
    }

    private static int Number(PdfDictionary parameters, string key, int unset) =>
        parameters[key] is PdfNumber { Value: >= 0 and < 1000 } number ? (int)number.Value : unset;
}
