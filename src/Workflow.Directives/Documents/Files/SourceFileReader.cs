using System.Collections.Immutable;
using System.Text;
using Workflow.Directives.Documents.Files.Letters;
using Workflow.Directives.Documents.Files.Pdf;
using Workflow.Directives.Documents.Files.Word;

namespace Workflow.Directives.Documents.Files;

/// <summary>
/// Takes the text out of what people send: plain text in any of the encodings that Vietnamese offices used, Word documents, PDFs with
/// a text layer. The content decides what a file is; a name that says otherwise is refused. Nothing is written to disk or kept: a file
/// lives in memory for the time of its request, is never served again, and what is found bad is gone with it. That is the quarantine.
/// </summary>
/// <param name="pdfToText">Path of Poppler's <c>pdftotext</c>; empty: looked for on the PATH.</param>
/// <param name="longestPdf">How long reading a PDF may take; null: 20 seconds.</param>
/// <param name="viruses">The scanner; null: none.</param>
public sealed class SourceFileReader(string pdfToText = "", TimeSpan? longestPdf = null, VirusScan? viruses = null)
{
    /// <summary>The largest file that is read, in bytes: 20 MB.</summary>
    public const int LargestFile = 20 * 1_048_576;

    private readonly VirusScan viruses = viruses ?? new();

    private static readonly TimeSpan UsualLongestPdf = TimeSpan.FromSeconds(20);

    /// <summary>Kinds of file that people send by mistake and that are text without being a directive's text.</summary>
    private static readonly string[] MarkupStarts = ["<!doctype", "<html", "<?xml", "{\\rtf"];

    /// <summary>Reads a file.</summary>
    /// <param name="fileName">Its name, for the ending only; empty: unknown.</param>
    /// <param name="file">The content; read to its end or to <see cref="LargestFile"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<SourceText>> ReadAsync(string fileName, Stream file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var all = new MemoryStream();
        var buffer = new byte[65_536];
        int read;
        while ((read = await file.ReadAsync(buffer, ct)) > 0)
        {
            if (all.Length + read > LargestFile)
            {
                return FileRefusals.TooLarge;
            }

            all.Write(buffer, 0, read);
        }

        return await ReadAsync(fileName, all.ToArray(), ct);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="fileName">Its name, for the ending only; empty: unknown.</param>
    /// <param name="file">The content.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<SourceText>> ReadAsync(string fileName, byte[] file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(file);
        var ending = Path.GetExtension(fileName).ToUpperInvariant();
        return file.Length == 0 ? FileRefusals.Empty
            : file.Length > LargestFile ? FileRefusals.TooLarge
            : await viruses.FindAsync(file, ct) is { } bad ? bad
            : FileContent.Of(file) switch
            {
                ContentKind.Pdf => ending is ".PDF" or "" ? await ReadPdfAsync(file, ct) : FileRefusals.NameDiffers,
                ContentKind.Zip => ReadZip(ending, file),
                ContentKind.OldOffice => ending is ".DOC" or ".DOCX" or ".DOT" or "" ? FileRefusals.OldWord : FileRefusals.Unsupported,
                ContentKind.Picture => FileRefusals.Picture,
                ContentKind.Program => ending is "" ? FileRefusals.Unsupported : FileRefusals.NameDiffers,
                _ => ReadText(ending, file),
            };
    }

    /// <summary>Takes a text that was pasted or typed.</summary>
    /// <param name="text">The text.</param>
    public static Result<SourceText> Pasted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mended = TextDecoding.Mend(new(text, TextDecoding.Utf8Name, false));
        return Finish(mended.Text, SourceFormat.Pasted, mended.Converted ? mended.Name : null, mended.Converted ? [ConvertedFrom(mended.Name)] : []);
    }

    /// <summary>The last steps of every format: NFC, LF, no byte-order mark, not empty, not too long.</summary>
    internal static Result<SourceText> Finish(string text, SourceFormat format, string? encoding, ImmutableArray<SourceNote> notes)
    {
        var whole = VietnameseText.Nfc(text).TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return string.IsNullOrWhiteSpace(whole) ? FileRefusals.Empty
            : Encoding.UTF8.GetByteCount(whole) > TextRules.LongestText ? FileRefusals.TextTooLong
            : new SourceText(whole, format, encoding, notes);
    }

    internal static SourceNote ConvertedFrom(string table) => new(
        $"Văn bản gõ theo bảng mã {table}, đã chuyển sang Unicode; hãy soát lại chữ hoa có dấu.",
        $"The text was stored as {table} and turned into Unicode; check capitals with marks.");

    private static Result<SourceText> ReadText(string ending, byte[] file)
    {
        if (ending is not ("" or ".TXT" or ".TEXT" or ".MD" or ".MARKDOWN"))
        {
            return ending is ".PDF" or ".DOCX" or ".DOC" or ".DOCM" ? FileRefusals.NameDiffers : FileRefusals.Unsupported;
        }

        if (file.Length > TextRules.LongestText * 2)
        {
            return FileRefusals.TextTooLong;
        }

        if (TextDecoding.Read(file) is not { } reading)
        {
            return FileContent.IsBinary(file) ? FileRefusals.NameDiffers : FileRefusals.EncodingUnknown;
        }

        return MarkupStarts.Any(start => reading.Text.TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase))
            ? FileRefusals.Unsupported
            : Finish(reading.Text, SourceFormat.PlainText, reading.Name, reading.Converted ? [ConvertedFrom(reading.Name)] : []);
    }

    private static Result<SourceText> ReadZip(string ending, byte[] file) => ending switch
    {
        ".DOCX" or "" => WordText.Read(file),
        ".DOCM" or ".DOTM" => FileRefusals.Macros,
        ".TXT" or ".MD" or ".TEXT" or ".MARKDOWN" or ".PDF" or ".DOC" => FileRefusals.NameDiffers,
        _ => FileRefusals.Unsupported,
    };

    private async Task<Result<SourceText>> ReadPdfAsync(byte[] file, CancellationToken ct)
    {
        // A zip after the end of a PDF makes it two files, of which each program shows another (CWE-434).
        if (FileContent.HasZipAtEnd(file))
        {
            return FileRefusals.NameDiffers;
        }

        if (PdfDangers.Find(file) is { } danger)
        {
            return danger;
        }

        return PdfText.Find(pdfToText) is { } program
            ? await new PdfText(program, longestPdf ?? UsualLongestPdf).ReadAsync(file, ct)
            : FileRefusals.PdfReaderMissing;
    }
}
