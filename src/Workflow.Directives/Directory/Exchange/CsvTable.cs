using System.Buffers;
using System.Text;
using Workflow.Directives.Directory.Changes;

namespace Workflow.Directives.Directory.Exchange;

/// <summary>Comma-separated values (RFC 4180: quotes doubled inside quotes). Semicolons and tabs part fields too where the head is parted by them.</summary>
internal static class CsvTable
{
    private const char Guard = '\'';
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\"\r\n\t");
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Reads a text.</summary>
    public static Result<TableFile> Read(string text)
    {
        var records = new List<(int Row, string[] Cells)>();
        foreach (var cells in Records(text, SeparatorOf(text)))
        {
            if (records.Count > DirectoryWish.MostRows)
            {
                return DirectoryRefusals.TooManyRows;
            }

            if (cells.Length > TableFile.MostColumns || Array.Exists(cells, cell => cell.Length > TableFile.LongestCell))
            {
                return DirectoryRefusals.FileTooLarge(
                    $"dòng {records.Count + 1} có quá {TableFile.MostColumns} cột hoặc ô quá dài.",
                    $"row {records.Count + 1} has more than {TableFile.MostColumns} columns or too long a cell.");
            }

            records.Add((records.Count + 1, [.. cells.Select(Unguarded)]));
        }

        return new TableFile(records, []);
    }

    /// <summary>Writes a table as UTF-8 with a byte-order mark. A text that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236).</summary>
    public static byte[] Write(IEnumerable<IEnumerable<string>> records)
    {
        var text = new StringBuilder();
        foreach (var record in records)
        {
            text.AppendJoin(',', record.Select(cell => Quoted(Guarded(cell)))).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>The records of a text parted by a sign.</summary>
    internal static IEnumerable<string[]> Records(string text, char separator)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (quoted && sign == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else if (sign == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                field.Append(sign);
            }
            else if (sign == separator || sign == '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (sign == '\n')
                {
                    yield return [.. record];
                    record.Clear();
                }
            }
            else if (sign != '\r')
            {
                field.Append(sign);
            }
        }

        if (record.Count > 0 || field.Length > 0)
        {
            yield return [.. record, field.ToString()];
        }
    }

    private static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        return Separators.MaxBy(sign => head.Count(one => one == sign));
    }

    private static bool IsFormula(string cell, int at) => at < cell.Length && Formula.Contains(cell[at]);

    // An apostrophe that was there already gets another, so that reading gives back just what was written.
    private static string Guarded(string cell) => IsFormula(cell, 0) || (IsGuard(cell, 0) && (IsFormula(cell, 1) || IsGuard(cell, 1))) ? Guard + cell : cell;

    private static string Unguarded(string cell) => IsGuard(cell, 0) && (IsFormula(cell, 1) || IsGuard(cell, 1)) ? cell[1..] : cell;

    private static bool IsGuard(string cell, int at) => at < cell.Length && cell[at] == Guard;

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(Special) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
