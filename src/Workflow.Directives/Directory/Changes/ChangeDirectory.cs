using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Directory.Changes;

/// <summary>What somebody wants of one list of the directory.</summary>
/// <param name="Sheet">The list.</param>
/// <param name="Rows">Rows to add or change; the others stay as they are.</param>
/// <param name="Removed">Keys of rows to take away; only abbreviations can be.</param>
public sealed record DirectoryWish(DirectorySheet Sheet, IReadOnlyList<DirectoryRow> Rows, IReadOnlyList<string> Removed)
{
    /// <summary>Most rows in one change.</summary>
    public const int MostRows = 20_000;

    /// <summary>A change of rows alone.</summary>
    /// <param name="sheet">The list.</param>
    /// <param name="rows">The rows.</param>
    public static DirectoryWish Of(DirectorySheet sheet, params IReadOnlyList<DirectoryRow> rows) => new(sheet, rows, []);
}

/// <summary>Changes units, groups, posts or abbreviations: first a preview, then the change that was previewed. Lists already frozen stay as they are.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class ChangeDirectory(WorkflowDb db, TimeProvider time)
{
    /// <summary>Tells what would change. Changes nothing; a wish with problems is answered too, with the problems.</summary>
    /// <param name="actor">Who proposes or makes changes.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="at">The day memberships are looked at; null for today.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<DirectoryPreview>> PreviewAsync(Actor actor, DirectoryWish wish, DateOnly? at, CancellationToken ct)
    {
        if (Forbidden(actor, Right.ProposeDirectory, wish) is { } forbidden)
        {
            return forbidden;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var preview = DirectoryChange.Make(await DirectoryContent.LoadAsync(db, now, ct), wish, at ?? WorkingCalendar.LocalDate(now));
        db.ChangeTracker.Clear();
        return preview;
    }

    /// <summary>Makes the change, if the directory is still as it was previewed.</summary>
    /// <param name="actor">The Chief of Office.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="seen"><see cref="DirectoryPreview.Seen"/> of the preview.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<DirectoryPreview>> RunAsync(Actor actor, DirectoryWish wish, string? seen, CancellationToken ct) => db.OnceAsync<DirectoryPreview>(async () =>
    {
        var made = await MakeAsync(db, actor, wish, seen, "trang danh bạ", time.GetUtcNow().UtcDateTime, ct);
        if (made.Done)
        {
            await db.SaveChangesAsync(ct);
        }

        return made;
    });

    /// <summary>Makes the change without saving, for the acts that end in one.</summary>
    internal static async Task<Result<DirectoryPreview>> MakeAsync(
        WorkflowDb db, Actor actor, DirectoryWish wish, string? seen, string source, DateTime now, CancellationToken ct)
    {
        if (Forbidden(actor, Right.ChangeDirectory, wish) is { } forbidden)
        {
            return forbidden;
        }

        var edition = await db.Set<DirectoryEdition>().SingleAsync(one => one.Id == DirectoryEdition.Only, ct);
        var done = DirectoryChange.Make(await DirectoryContent.LoadAsync(db, now, ct), wish, WorkingCalendar.LocalDate(now));
        if (done.Seen != seen)
        {
            return DirectoryRefusals.Stale;
        }

        if (done.Problems.Count > 0)
        {
            return DirectoryRefusals.Rows(done.Problems);
        }

        if (!done.ChangesAnything)
        {
            return DirectoryRefusals.NothingChanges;
        }

        edition.ChangedAt = now;
        DirectoryChange.Record(db, now, actor, done, source);
        return done;
    }

    /// <summary>Who may change the directory, in one place.</summary>
    internal static Refusal? Forbidden(Actor actor, Right right, DirectoryWish? wish)
    {
        if (actor.Refuse(right) is { } never)
        {
            return never;
        }

        return wish?.Rows.Count > DirectoryWish.MostRows ? DirectoryRefusals.TooManyRows : null;
    }
}
