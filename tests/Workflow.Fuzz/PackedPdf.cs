using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Workflow.Fuzz;

/// <summary>A PDF whose table and small objects stand in streams (ISO 32000-1, 7.5.7 and 7.5.8), as most programs write them and this one does not.</summary>
internal static class PackedPdf
{
    private const string Page = "BT /F1 14 Tf 90 500 Td (Chi thi ve viec kiem tra cong tac phong chong thien tai nam 2026) Tj ET";

    private static readonly (int Number, string Value)[] Small =
    [
        (2, "<</Type /Catalog /Pages 3 0 R>>"),
        (3, "<</Type /Pages /Kids [4 0 R] /Count 1>>"),
        (4, "<</Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources <</Font <</F1 5 0 R>>>>>>"),
        (5, "<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>"),
    ];

    /// <param name="packed">Whether the streams are deflated; plain ones let damage reach what they hold.</param>
    internal static byte[] Write(bool packed = false)
    {
        using var to = new MemoryStream();
        to.Write("%PDF-1.7\n"u8);
        var (places, values) = (new StringBuilder(), new StringBuilder());
        foreach (var (number, value) in Small)
        {
            places.Append(CultureInfo.InvariantCulture, $"{number} {values.Length} ");
            values.Append(value).Append('\n');
        }

        var page = to.Position;
        Stream(to, 6, "", Encoding.ASCII.GetBytes(Page), packed);
        var box = to.Position;
        Stream(to, 7, $"/Type /ObjStm /N {Small.Length} /First {places.Length} ", Encoding.ASCII.GetBytes($"{places}{values}"), packed);
        var table = to.Position;
        byte[] entries = [.. Entry(0, 0, 255), .. Entry(1, table, 0), .. Small.SelectMany((_, at) => Entry(2, 7, at)), .. Entry(1, page, 0), .. Entry(1, box, 0)];
        Stream(to, 1, $"/Type /XRef /Size 8 /W [1 2 1] /Root 2 0 R /Index [0 8] ", entries, packed);
        to.Write(Encoding.ASCII.GetBytes($"startxref\n{table}\n%%EOF\n"));
        return to.ToArray();
    }

    internal static byte[] Deflated(byte[] content)
    {
        using var to = new MemoryStream();
        using (var packer = new ZLibStream(to, CompressionLevel.Optimal))
        {
            packer.Write(content);
        }

        return to.ToArray();
    }

    private static byte[] Entry(int kind, long first, int second) => [(byte)kind, (byte)(first >> 8), (byte)first, (byte)second];

    private static void Stream(MemoryStream to, int number, string head, byte[] content, bool packed)
    {
        var body = packed ? Deflated(content) : content;
        to.Write(Encoding.ASCII.GetBytes($"{number} 0 obj\n<<{head}{(packed ? "/Filter /FlateDecode " : "")}/Length {body.Length}>>\nstream\n"));
        to.Write(body);
        to.Write("\nendstream\nendobj\n"u8);
    }
}
