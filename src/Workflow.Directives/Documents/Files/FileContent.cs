namespace Workflow.Directives.Documents.Files;

/// <summary>What a file is by its first bytes.</summary>
internal enum ContentKind
{
    /// <summary>Text, as far as can be seen.</summary>
    Text,

    /// <summary>PDF (ISO 32000-1, 7.5.2).</summary>
    Pdf,

    /// <summary>A zip, as of Office Open XML.</summary>
    Zip,

    /// <summary>An OLE compound file: Word 97–2003, or any Office file under a password.</summary>
    OldOffice,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A program.</summary>
    Program,
}

/// <summary>Tells files by their content.</summary>
internal static class FileContent
{
    private const int LongestZipEnd = 65_557;

    internal static ContentKind Of(ReadOnlySpan<byte> file) => file switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => ContentKind.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => ContentKind.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => ContentKind.OldOffice,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => ContentKind.Picture,
        [(byte)'M', (byte)'Z', ..] when IsBinary(file) => ContentKind.Program,
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => ContentKind.Program,
        _ => ContentKind.Text,
    };

    /// <summary>Whether it holds what no encoding of text does, UTF-16 apart.</summary>
    internal static bool IsBinary(ReadOnlySpan<byte> file) => file.Contains((byte)0);

    /// <summary>Whether a zip's end stands where a zip program looks for it.</summary>
    internal static bool HasZipAtEnd(ReadOnlySpan<byte> file) =>
        file[Math.Max(0, file.Length - LongestZipEnd)..].LastIndexOf("PK\x05\x06"u8) >= 0
        && file.IndexOf("PK\x01\x02"u8) >= 0;
}
