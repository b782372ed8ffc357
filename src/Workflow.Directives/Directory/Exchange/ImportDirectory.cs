using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Directory.Exchange;

/// <summary>Brings a list of the directory in from a file: read, previewed, applied whole or not at all.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
/// <param name="viruses">The scanner.</param>
public sealed class ImportDirectory(WorkflowDb db, TimeProvider time, VirusScan viruses)
{
    private const string Nameless = "danh-ba";

    /// <summary>A file.</summary>
    /// <param name="Sheet">The list it is for.</param>
    /// <param name="FileName">Its name.</param>
    /// <param name="Content">Its bytes: CSV in UTF-8, UTF-16 or Windows-1258, or XLSX.</param>
    public sealed record Command(DirectorySheet Sheet, string? FileName, byte[] Content);

    /// <summary>Reads a file and keeps its rows until they are applied. Changes nothing in the directory.</summary>
    /// <param name="actor">Who proposes changes.</param>
    /// <param name="command">The file.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<DirectoryImport>> BringAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<DirectoryImport>(async () =>
    {
        if (ChangeDirectory.Forbidden(actor, Right.ProposeDirectory, null) is { } forbidden)
        {
            return forbidden;
        }

        if (await viruses.FindAsync(command.Content, ct) is { } bad)
        {
            return bad;
        }

        var table = TableFile.Read(command.Content);
        if (table.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var rows = TableRows.Of(table.Value, SheetRows.Of(command.Sheet));
        if (rows.Refusal is { } headless)
        {
            return headless;
        }

        var import = new DirectoryImport
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Sheet = command.Sheet,
            FileName = Field.Clean(command.FileName, Field.NameLength) ?? Nameless,
            FileHash = Convert.ToHexStringLower(SHA256.HashData(command.Content)),
            Rows = JsonSerializer.Serialize(rows.Value),
            Problems = JsonSerializer.Serialize(table.Value.Problems),
            PersonId = actor.PersonId!.Value,
            At = time.GetUtcNow().UtcDateTime,
        };
        db.Add(import);
        await db.SaveChangesAsync(ct);
        return import;
    });

    /// <summary>Keeps a change that was wished on a page, until whoever may change the directory applies it.</summary>
    /// <param name="actor">Who proposes changes.</param>
    /// <param name="wish">What is wanted; rows only.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<DirectoryImport>> ProposeAsync(Actor actor, DirectoryWish wish, CancellationToken ct) => db.OnceAsync<DirectoryImport>(async () =>
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (ChangeDirectory.Forbidden(actor, wish.Removed.Count > 0 ? Right.ChangeDirectory : Right.ProposeDirectory, wish) is { } forbidden)
        {
            return forbidden;
        }

        var rows = JsonSerializer.Serialize(wish.Rows);
        var import = new DirectoryImport
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Sheet = wish.Sheet,
            FileName = $"{Nameless}: {actor.Name}",
            FileHash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(rows))),
            Rows = rows,
            Problems = "[]",
            PersonId = actor.PersonId!.Value,
            At = time.GetUtcNow().UtcDateTime,
        };
        db.Add(import);
        await db.SaveChangesAsync(ct);
        return import;
    });

    /// <summary>What applying the import would change today.</summary>
    /// <param name="actor">Who proposes changes.</param>
    /// <param name="importId">The import.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<DirectoryPreview>> PreviewAsync(Actor actor, Guid importId, CancellationToken ct)
    {
        if (ChangeDirectory.Forbidden(actor, Right.ProposeDirectory, null) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.Set<DirectoryImport>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == importId, ct) is not { } import)
        {
            return Refusals.NotVisible;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var preview = DirectoryChange.Make(await DirectoryContent.LoadAsync(db, now, ct), WishOf(import), WorkingCalendar.LocalDate(now));
        db.ChangeTracker.Clear();
        return preview with { Problems = [.. ProblemsOf(import), .. preview.Problems] };
    }

    /// <summary>Applies the import: every row in one transaction, if no row has a problem and the directory is still as it was previewed.</summary>
    /// <param name="actor">The Chief of Office.</param>
    /// <param name="importId">The import.</param>
    /// <param name="seen"><see cref="DirectoryPreview.Seen"/> of the preview.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<DirectoryPreview>> ApplyAsync(Actor actor, Guid importId, string? seen, CancellationToken ct) => db.OnceAsync<DirectoryPreview>(async () =>
    {
        if (ChangeDirectory.Forbidden(actor, Right.ChangeDirectory, null) is { } forbidden)
        {
            return forbidden;
        }

        if (await db.Set<DirectoryImport>().SingleOrDefaultAsync(one => one.Id == importId, ct) is not { } import)
        {
            return Refusals.NotVisible;
        }

        if (import.AppliedAt is not null)
        {
            return DirectoryRefusals.Applied;
        }

        if (ProblemsOf(import) is { Count: > 0 } problems)
        {
            return DirectoryRefusals.Rows(problems);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var made = await ChangeDirectory.MakeAsync(db, actor, WishOf(import), seen, import.FileName, now, ct);
        if (made.Done)
        {
            import.AppliedAt = now;
            await db.SaveChangesAsync(ct);
        }

        return made;
    });

    private static DirectoryWish WishOf(DirectoryImport import) =>
        DirectoryWish.Of(import.Sheet, JsonSerializer.Deserialize<List<DirectoryRow>>(import.Rows)!);

    private static List<TextProblem> ProblemsOf(DirectoryImport import) => JsonSerializer.Deserialize<List<TextProblem>>(import.Problems)!;
}
