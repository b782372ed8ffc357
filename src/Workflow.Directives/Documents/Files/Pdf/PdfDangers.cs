using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Files.Pdf;

/// <summary>
/// Looks through a PDF before the program that reads it gets it (ISO 32000-1): actions, embedded files, forms of another kind, locks,
/// and more pages or objects than a document has. By the names in the file and in its unpacked object streams, not by its tables,
/// which a hostile file may bend; a name is compared as a reader of PDF would read it (7.3.5). Links are let be: nothing here follows one.
/// </summary>
internal static partial class PdfDangers
{
    private const int MostPages = 5_000;

    /// <summary>Most bytes all object streams unpack to: 64 MB.</summary>
    private const int MostUnpacked = 64 * 1_048_576;
    private const int LongestHead = 4_000;
    private static readonly HashSet<string> Active = ["JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "ImportData", "SubmitForm"];

    /// <summary>Why the file is not read; null when nothing was found.</summary>
    /// <param name="pdf">The file.</param>
    internal static Refusal? Find(byte[] pdf)
    {
        var left = MostUnpacked;
        var plain = new StringBuilder();
        var text = Encoding.Latin1.GetString(pdf);
        var at = 0;
        foreach (var (from, to) in Streams(text))
        {
            plain.Append(text, at, from - at);
            at = to;
            if (IsObjectStream(text, from))
            {
                if (Inflate(pdf.AsSpan(from, to - from).ToArray(), left) is not { } objects)
                {
                    return FileRefusals.PdfTooMuch;
                }

                left -= objects.Length;
                plain.Append(' ').Append(Encoding.Latin1.GetString(objects)).Append(' ');
            }
        }

        plain.Append(text, at, text.Length - at);
        return Judge(plain.ToString());
    }

    private static Refusal? Judge(string plain)
    {
        foreach (Match match in Name().Matches(plain))
        {
            var name = Hexadecimal().Replace(match.Groups[1].Value, one => ((char)int.Parse(one.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
            if (name == "Encrypt")
            {
                return FileRefusals.PdfLocked;
            }

            if (Active.Contains(name))
            {
                return FileRefusals.PdfActive;
            }
        }

        return Count().Matches(plain).Any(one => one.Groups[1].Length > 9 || int.Parse(one.Groups[1].Value, CultureInfo.InvariantCulture) > MostPages)
            ? FileRefusals.PdfTooMuch
            : null;
    }

    private static IEnumerable<(int From, int To)> Streams(string text)
    {
        for (var at = text.IndexOf("stream", StringComparison.Ordinal); at >= 0;)
        {
            var from = at + "stream".Length;
            var to = text.IndexOf("endstream", from, StringComparison.Ordinal);
            if (to < 0)
            {
                yield break;
            }

            // The line end after the word belongs to neither (7.3.8.1).
            from += text[from] == '\r' ? 1 : 0;
            from += from < to && text[from] == '\n' ? 1 : 0;
            yield return (from, to);
            at = text.IndexOf("stream", to + "endstream".Length, StringComparison.Ordinal);
        }
    }

    private static bool IsObjectStream(string text, int from)
    {
        var head = text[Math.Max(0, from - LongestHead)..from];
        var start = head.LastIndexOf(" obj", StringComparison.Ordinal);
        return Hexadecimal().Replace(start < 0 ? head : head[start..], one => ((char)int.Parse(one.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            .Contains("/ObjStm", StringComparison.Ordinal);
    }

    // Null when more comes than is looked through; damaged data as far as it goes, as readers take it.
    private static byte[]? Inflate(byte[] packed, int most)
    {
        using var unpacked = new MemoryStream();
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var buffer = new byte[16_384];
            for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            {
                if (unpacked.Length + count > most)
                {
                    return null;
                }

                unpacked.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            return unpacked.ToArray();
        }

        return unpacked.ToArray();
    }

    [GeneratedRegex(@"/([A-Za-z#][A-Za-z0-9#]{1,60})")]
    private static partial Regex Name();

    [GeneratedRegex("#([0-9A-Fa-f]{2})")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"/Count\s+([0-9]+)")]
    private static partial Regex Count();
}
