using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Documents.Files;

namespace Workflow.Directives.Directory.Exchange;

/// <summary>
/// Reads the first sheet of a workbook (ECMA-376 part 1, §18) that anybody may have sent: no document type, nothing outside the file, sizes counted while
/// unpacking. A formula is never evaluated and its last value not believed: the cell is a problem.
/// </summary>
internal sealed class WorkbookReader
{
    private const int MostParts = 500;
    private const long LongestPart = 64L * 1024 * 1024;
    private const int MostSharedTexts = 500_000;
    private const string SharedTexts = "xl/sharedStrings.xml";

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly List<(int Row, string[] Cells)> records = [];
    private readonly List<TextProblem> problems = [];
    private List<string> shared = [];

    private WorkbookReader()
    {
    }

    public static Result<TableFile> Read(byte[] file)
    {
        try
        {
            switch (PackageCheck.Find(file)?.Kind)
            {
                case RefusalKind.TooLarge:
                    throw new BeyondLimitException();
                case RefusalKind.Malformed:
                    return FileRefusals.UnsafeNames;
                case not null:
                    throw new InvalidDataException();
            }

            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var sheet = zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
                && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).MinBy(entry => (entry.FullName.Length, entry.FullName));
            if (sheet is null || zip.Entries.Count > MostParts)
            {
                return DirectoryRefusals.File("đây không phải là bảng tính XLSX.", "this is no XLSX workbook.");
            }

            var reader = new WorkbookReader();
            if (zip.GetEntry(SharedTexts) is { } texts)
            {
                reader.shared = ReadShared(texts);
            }

            return reader.ReadSheet(sheet) ?? (Result<TableFile>)new TableFile(reader.records, reader.problems);
        }
        catch (BeyondLimitException)
        {
            return DirectoryRefusals.FileTooLarge("nội dung nén phình ra quá giới hạn.", "its compressed content is larger than is taken.");
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or FormatException or IOException or NotSupportedException)
        {
            return DirectoryRefusals.File("bảng tính bị hỏng hoặc có nội dung không được phép.", "the workbook is damaged or holds what is not allowed.");
        }
    }

    private static List<string> ReadShared(ZipArchiveEntry entry)
    {
        using var xml = Open(entry);
        var texts = new List<string>();
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(TextIn(xml));
                if (texts.Count > MostSharedTexts)
                {
                    throw new BeyondLimitException();
                }
            }
        }

        return texts;
    }

    /// <summary>Reads all rows; a refusal when there are too many of them or of their cells.</summary>
    private Result<TableFile>? ReadSheet(ZipArchiveEntry entry)
    {
        using var xml = Open(entry);
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            if (records.Count > DirectoryWish.MostRows)
            {
                return DirectoryRefusals.TooManyRows;
            }

            var last = records.Count == 0 ? 0 : records[^1].Row;
            var number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : last + 1;
            records.Add((number, ReadRow(xml, number)));
        }

        return null;
    }

    private string[] ReadRow(XmlReader xml, int number)
    {
        var cells = new List<string>();
        if (xml.IsEmptyElement)
        {
            return [];
        }

        using var row = xml.ReadSubtree();
        row.Read();
        while (row.Read())
        {
            if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                continue;
            }

            var column = ColumnOf(row.GetAttribute("r")) ?? cells.Count;
            if (column >= TableFile.MostColumns || column < cells.Count)
            {
                throw new BeyondLimitException();
            }

            while (cells.Count < column)
            {
                cells.Add("");
            }

            cells.Add(ReadCell(row, number));
        }

        return [.. cells];
    }

    private string ReadCell(XmlReader xml, int number)
    {
        var kind = xml.GetAttribute("t");
        var value = "";
        if (xml.IsEmptyElement)
        {
            return value;
        }

        using var cell = xml.ReadSubtree();
        cell.Read();
        var more = cell.Read();
        while (more)
        {
            switch (cell.NodeType == XmlNodeType.Element ? cell.LocalName : "")
            {
                case "f":
                    problems.Add(new TextProblem(number, "Ô có công thức; hãy thay bằng giá trị.", "A cell holds a formula; put its value instead."));
                    more = cell.Read();
                    break;
                case "is":
                    value = TextIn(cell);
                    more = cell.Read();
                    break;
                case "v":
                    value = cell.ReadElementContentAsString();
                    more = !cell.EOF;
                    break;
                default:
                    more = cell.Read();
                    break;
            }
        }

        var text = kind == "s" ? shared.ElementAtOrDefault(int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)) ?? "" : value;
        return text.Length <= TableFile.LongestCell ? text : throw new BeyondLimitException();
    }

    /// <summary>The text of an element made of runs; phonetic hints (rPh) are not part of it.</summary>
    private static string TextIn(XmlReader xml)
    {
        var text = new System.Text.StringBuilder();
        if (xml.IsEmptyElement)
        {
            return "";
        }

        using var inside = xml.ReadSubtree();
        inside.Read();
        var more = inside.Read();
        while (more)
        {
            if (inside is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                inside.Skip();
                more = !inside.EOF;
            }
            else if (inside is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(inside.ReadElementContentAsString());
                more = !inside.EOF;
            }
            else
            {
                more = inside.Read();
            }
        }

        return text.ToString();
    }

    /// <summary>"AB12" is the 28th column, from 0: 27; null when the cell does not say.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper))
        {
            column = Math.Min((column * 26) + (letter - 'A' + 1), TableFile.MostColumns + 1);
        }

        return column == 0 ? null : column - 1;
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(new CountedStream(entry.Open(), LongestPart), Careful);
}
