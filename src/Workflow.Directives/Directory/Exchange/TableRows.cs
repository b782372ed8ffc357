using Workflow.Directives.Directory.Changes;

namespace Workflow.Directives.Directory.Exchange;

/// <summary>Turns a table with a head into rows of named fields. Columns may stand in any order and some may be missing; empty rows are left out.</summary>
internal static class TableRows
{
    public static Result<List<DirectoryRow>> Of(TableFile table, SheetRows sheet)
    {
        if (table.Records.Count == 0)
        {
            return DirectoryRefusals.File("tệp không có dòng nào.", "it has no rows.");
        }

#pragma warning disable CA1308 // Column names are lower case by definition.
        var head = table.Records[0].Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
#pragma warning restore CA1308
        if (!head.Contains(sheet.KeyColumn))
        {
            return DirectoryRefusals.File($"dòng đầu không có cột “{sheet.KeyColumn}”.", $"its first row has no column “{sheet.KeyColumn}”.");
        }

        var named = head.Select((name, at) => (name, at)).Where(column => column.name.Length > 0).ToList();
        if (named.Find(column => !sheet.Knows(column.name)) is { name: { } unknown })
        {
            return DirectoryRefusals.File($"không có cột “{Shown(unknown)}”.", $"there is no column “{Shown(unknown)}”.");
        }

        if (named.Select(column => column.name).Distinct(StringComparer.Ordinal).Count() < named.Count)
        {
            return DirectoryRefusals.File("một cột xuất hiện hai lần ở dòng đầu.", "a column stands twice in the first row.");
        }

        return table.Records.Skip(1).Where(record => Array.Exists(record.Cells, cell => !string.IsNullOrWhiteSpace(cell)))
            .Select(record => new DirectoryRow(
                record.Row, named.ToDictionary(column => column.name, column => record.Cells.ElementAtOrDefault(column.at) ?? "", StringComparer.Ordinal)))
            .ToList();
    }

    private static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
