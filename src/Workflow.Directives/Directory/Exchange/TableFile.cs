using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Files.Letters;

namespace Workflow.Directives.Directory.Exchange;

/// <summary>The formats a list of the directory is exchanged in.</summary>
public enum TableFormat
{
    /// <summary>CSV (RFC 4180), UTF-8 with a byte-order mark when written, so that spreadsheets show Vietnamese.</summary>
    Csv,

    /// <summary>Office Open XML workbook (ECMA-376), first sheet.</summary>
    Xlsx,
}

/// <summary>A table as read from a file: records of texts, each with its row. Nothing in it is trusted.</summary>
/// <param name="Records">Row number from 1, and the cells.</param>
/// <param name="Problems">Cells that must not be used, by row.</param>
internal sealed record TableFile(IReadOnlyList<(int Row, string[] Cells)> Records, IReadOnlyList<TextProblem> Problems)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LongestFile = 8 * 1024 * 1024;

    /// <summary>Most columns of a row.</summary>
    public const int MostColumns = 100;

    /// <summary>Longest text of a cell (ECMA-376 allows no longer one).</summary>
    public const int LongestCell = 32_767;

    /// <summary>A workbook is a ZIP file (APPNOTE 4.3.7); everything else is read as text.</summary>
    public static Result<TableFile> Read(byte[] file)
    {
        if (file.Length > LongestFile)
        {
            return DirectoryRefusals.FileTooLarge($"tối đa {LongestFile / 1024 / 1024} MB.", $"at most {LongestFile / 1024 / 1024} MB.");
        }

        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return WorkbookReader.Read(file);
        }

        return TextDecoding.Read(file) is { } reading ? CsvTable.Read(VietnameseText.Nfc(reading.Text)) : FileRefusals.EncodingUnknown;
    }
}
