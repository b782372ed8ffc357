using System.Text;

namespace Workflow.Directives.Directory.Exchange;

/// <summary>Finds out how a text file is encoded: by its byte-order mark, by being well-formed UTF-8, or as Windows-1258, which old Vietnamese spreadsheets write.</summary>
internal static class TextDecoding
{
    private const int WindowsVietnamese = 1258;
    private const int Sampled = 2_000;

    /// <summary>The text, NFC, without byte-order mark.</summary>
    public static string Read(byte[] file)
    {
        // A lone half of a surrogate pair cannot be normalised; it becomes the replacement character.
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Decode(file)));
        return text.Normalize(NormalizationForm.FormC);
    }

    private static string Decode(byte[] file)
    {
        var bytes = file.AsSpan();
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (ZeroesAt(bytes, 1) is var low && ZeroesAt(bytes, 0) is var high && low + high > bytes[..Math.Min(bytes.Length, Sampled)].Length / 4)
        {
            return (low > high ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes);
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(WindowsVietnamese)!.GetString(bytes);
        }
    }

    /// <summary>Zero bytes in every second place: UTF-16 without a mark, whose commas and digits have them.</summary>
    private static int ZeroesAt(ReadOnlySpan<byte> bytes, int first)
    {
        var zeroes = 0;
        for (var at = first; at < Math.Min(bytes.Length, Sampled); at += 2)
        {
            zeroes += bytes[at] == 0 ? 1 : 0;
        }

        return zeroes;
    }
}
