using Workflow.Directives.Data;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Directory.Exchange;

/// <summary>A file to download.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ExportedFile(string Name, string ContentType, byte[] Content);

/// <summary>Writes a list of the directory as a file that the import takes back without a change.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class ExportDirectory(WorkflowDb db, TimeProvider time)
{
    private static readonly Dictionary<DirectorySheet, string> Names = new()
    {
        [DirectorySheet.Units] = "don-vi",
        [DirectorySheet.Groups] = "nhom",
        [DirectorySheet.Posts] = "chuc-danh",
        [DirectorySheet.Abbreviations] = "viet-tat",
    };

    /// <summary>Writes the list.</summary>
    /// <param name="actor">Who may take personal data out: the file holds names and addresses of persons.</param>
    /// <param name="sheet">The list.</param>
    /// <param name="format">The format.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<ExportedFile>> RunAsync(Actor actor, DirectorySheet sheet, TableFormat format, CancellationToken ct)
    {
        if (actor.Refuse(Right.ExportPersonalData) is { } forbidden)
        {
            return forbidden;
        }

        var content = await DirectoryContent.LoadAsync(db, time.GetUtcNow().UtcDateTime, ct);
        db.ChangeTracker.Clear();
        var rows = SheetRows.Of(sheet);
        var columns = rows.Columns(content);
        var records = rows.All(content).Select(row => columns.Select(column => row.Fields.GetValueOrDefault(column) ?? "")).Prepend(columns);
        return format == TableFormat.Xlsx
            ? new ExportedFile(Names[sheet] + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WorkbookWriter.Write(Names[sheet], records))
            : new ExportedFile(Names[sheet] + ".csv", "text/csv; charset=utf-8", CsvTable.Write(records));
    }
}
