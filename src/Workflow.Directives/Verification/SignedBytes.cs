using System.Buffers;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Verification;

/// <summary>
/// The bytes a signature covers and the signature itself, taken only when both are exactly what ISO 32000-1, 12.8.1 says: everything from the first
/// byte to the end of the signature's own revision, but for the hexadecimal string that holds it. Universal signature forgery and signature
/// wrapping live on readers that accept anything else.
/// </summary>
/// <param name="Content">What was signed.</param>
/// <param name="Signature">The CMS, without the zeros behind it.</param>
internal sealed record SignedBytes(byte[] Content, byte[] Signature)
{
    private static readonly SearchValues<byte> Capitals = SearchValues.Create("0123456789ABCDEF"u8);

    private static readonly SearchValues<byte> Smalls = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>Takes them, or says what is wrong.</summary>
    public static (SignedBytes? Bytes, FileFinding? Finding) Take(PdfFile file, FoundSignature signature)
    {
        if (signature is not { Dictionary: { } dictionary, Object: { } at } || dictionary["Contents"] is not PdfBytes || dictionary["ByteRange"] is null)
        {
            return (null, SignatureFindings.Value);
        }

        var revision = signature.Revision;
        if (revision.Section.Entries.GetValueOrDefault(at.Reference.Number) is not { Freed: false, Container: 0 } entry || entry.Offset != at.From
            || new PdfParser(file.Bytes, at.ValueAt, at.To).Place("Contents") is not { } hole
            || Whole(dictionary["ByteRange"]) is not [0, var before, var after, var rest]
            || before != hole.From || after != hole.To || (after + rest != revision.Marked && after + rest != revision.End))
        {
            return (null, SignatureFindings.Range);
        }

        var text = file.Bytes.AsSpan(hole.From, hole.To - hole.From);
        return text[0] == '<' && IsPlainHexadecimal(text[1..^1]) && Trim(((PdfBytes)dictionary["Contents"]!).Value) is { } cms
            ? (new SignedBytes([.. file.Bytes.AsSpan(0, hole.From), .. file.Bytes.AsSpan(hole.To, (int)rest)], cms), null)
            : (null, SignatureFindings.Encoding);
    }

    // Capital and small digits mean the same; mixed ones were never written by one program.
    private static bool IsPlainHexadecimal(ReadOnlySpan<byte> text) =>
        !text.ContainsAnyExcept(Capitals) || !text.ContainsAnyExcept(Smalls);

    private static long[]? Whole(PdfValue? value) =>
        value is PdfArray array && array.Items.All(item => item is PdfNumber { Value: >= 0 and <= PdfFile.Largest } number && number.Value == Math.Floor(number.Value))
            ? [.. array.Items.Select(item => (long)((PdfNumber)item).Value)]
            : null;

    /// <summary>The DER at the beginning, when only zeros follow it.</summary>
    private static byte[]? Trim(byte[] value)
    {
        const int LongForm = 0x80;
        if (value.Length < 2)
        {
            return null;
        }

        var (length, header) = ((int)value[1], 2);
        if (length >= LongForm)
        {
            var count = length - LongForm;
            if (count is < 1 or > 3 || value.Length < 2 + count)
            {
                return null;
            }

            (length, header) = (0, 2 + count);
            for (var i = 0; i < count; i++)
            {
                length = (length << 8) | value[2 + i];
            }
        }

        var end = header + length;
        return end <= value.Length && value.AsSpan(end).IndexOfAnyExcept((byte)0) < 0 ? value[..end] : null;
    }
}
