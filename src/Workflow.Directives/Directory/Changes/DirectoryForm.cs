using Workflow.Directives.Data;

namespace Workflow.Directives.Directory.Changes;

/// <summary>One row of the directory as a form shows it: its columns in order, and what stands in them now.</summary>
/// <param name="Sheet">The list.</param>
/// <param name="Key">The row's key; null for a row that is still to be made.</param>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Fields">Values by column; entries of a list stand on lines of their own, codes with the name they stand for.</param>
public sealed record DirectoryForm(DirectorySheet Sheet, string? Key, IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly string[] Coded = ["parent", "successors", "members", "exceptions", "posts", "holders"];

    /// <summary>The form of a row, or null when there is no such row.</summary>
    /// <param name="db">The store; nothing stays tracked.</param>
    /// <param name="sheet">The list.</param>
    /// <param name="key">The key; null for an empty form.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<DirectoryForm?> LoadAsync(WorkflowDb db, DirectorySheet sheet, string? key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var content = await DirectoryContent.LoadAsync(db, DateTime.UnixEpoch, ct);
        db.ChangeTracker.Clear();
        var rows = SheetRows.Of(sheet);
        var found = string.IsNullOrEmpty(key) ? [] : rows.Find(content, rows.KeyOf(key));
        if (found is null)
        {
            return null;
        }

        var own = found.Count > 0 ? found.Keys.Where(rows.Knows) : rows.Columns(content).Where(column => !column.StartsWith("contact", StringComparison.Ordinal));
        var columns = sheet == DirectorySheet.Units ? WithUsualContacts([.. own]) : [.. own];
        return new DirectoryForm(sheet, string.IsNullOrEmpty(key) ? null : found[rows.KeyColumn], columns, columns.ToDictionary(column => column, column => Shown(content, column, found)));
    }

    private static List<string> WithUsualContacts(List<string> columns)
    {
        var contacts = columns.Count(column => column.StartsWith("contact", StringComparison.Ordinal)) / ContactRows.ColumnsOf(1).Count();
        var wanted = Math.Min(ContactRows.Most, Math.Max(UnitRows.UsualContacts, contacts));
        return [.. columns, .. Enumerable.Range(contacts + 1, wanted - contacts).SelectMany(ContactRows.ColumnsOf)];
    }

    private static string Shown(DirectoryContent content, string column, Dictionary<string, string> row)
    {
        var value = row.GetValueOrDefault(column) ?? "";
        return string.Join('\n', value.Split('|').Select(entry => Array.IndexOf(Coded, column) >= 0 ? $"{entry} {NameOf(content, column, entry)}".Trim() : entry));
    }

    private static string? NameOf(DirectoryContent content, string column, string entry)
    {
        var code = entry.Split(' ')[0];
        return column == "posts" ? content.Posts.GetValueOrDefault(code)?.Name : content.Units.GetValueOrDefault(code)?.Name;
    }
}
