using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Directory.Exchange;

namespace Workflow.Web.Api;

/// <summary>The directory as data: groups and posts of a day for everybody, changes and files for those who keep it.</summary>
internal static class DirectoryChangesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var directory = api.MapGroup("/directory").WithTags("Directory");
        directory.MapGet("/groups", GroupsAsync).WithSummary("Groups and the units in each on a day; today when none is given.");
        directory.MapGet("/posts", PostsAsync).WithSummary("Posts and who holds each on a day; today when none is given.");
        directory.MapGet("/abbreviations", async (WorkflowDb db, CancellationToken ct) =>
            Results.Ok(await db.Set<Abbreviation>().AsNoTracking().OrderBy(one => one.Short).Select(one => new { one.Short, one.Words }).ToListAsync(ct)))
            .WithSummary("The abbreviations recipient lines are read with.");
        directory.MapPost("/export/{sheet}", ExportAsync).WithMetadata(new StoresNothing())
            .WithSummary("A list as a file (format=Csv or Xlsx) that the import takes back. Chief of Office, auditor; with a confirmation.");
        directory.MapPost("/preview", async (WishBody body, ChangeDirectory change, Caller caller, CancellationToken ct) =>
            Answer.Ok(await change.PreviewAsync(await caller.ActorAsync(ct), body.Wish(), body.On, ct), DirectoryPreviewView.Of))
            .WithSummary("What rows would change. Changes nothing. Registry or Chief of Office.");
        directory.MapPost("/changes", async (WishBody body, ChangeDirectory change, Caller caller, CancellationToken ct) =>
            Answer.Ok(await change.RunAsync(await caller.ActorAsync(ct), body.Wish(), body.Seen, ct), DirectoryPreviewView.Of))
            .WithSummary("Makes the change that was previewed, if the directory is still as it was. Registry or Chief of Office.");
        directory.MapPost("/imports", BringAsync).WithSummary("Reads a file (base64) and keeps its rows until they are applied; read the import for the preview. Registry or Chief of Office.");
        directory.MapGet("/imports/{id:guid}", async (Guid id, ImportDirectory imports, Caller caller, CancellationToken ct) =>
            Answer.Ok(await imports.PreviewAsync(await caller.ActorAsync(ct), id, ct), DirectoryPreviewView.Of))
            .WithSummary("What applying an import would change today. Registry or Chief of Office.");
        directory.MapPost("/imports/{id:guid}/application", async (Guid id, SeenBody body, ImportDirectory imports, Caller caller, CancellationToken ct) =>
            Answer.Ok(await imports.ApplyAsync(await caller.ActorAsync(ct), id, body.Seen, ct), DirectoryPreviewView.Of))
            .WithSummary("Applies an import whole, if the directory is still as it was previewed. Registry or Chief of Office.");
    }

    internal sealed record WishBody(DirectorySheet Sheet, Dictionary<string, string>[]? Rows, string[]? Removed, string? Seen, DateOnly? On)
    {
        public DirectoryWish Wish() => new(Sheet, [.. (Rows ?? []).Select((row, at) => new DirectoryRow(at + 1, row))], Removed ?? []);
    }

    internal sealed record SeenBody(string? Seen);

    internal sealed record FileBody(DirectorySheet Sheet, string? FileName, byte[]? Content);

    private static async Task<IResult> GroupsAsync(WorkflowDb db, TimeProvider time, DateOnly? on, CancellationToken ct)
    {
        var (directory, day) = (await DirectorySnapshot.LoadAsync(db, ct), on ?? Today(time));
        return Results.Ok(directory.Groups.Where(group => group.ExistsOn(day)).Select(group => new
        {
            group.Id,
            group.Name,
            Aliases = group.Aliases.Select(alias => alias.Text),
            Units = directory.MembersOn(group, day).Select(unit => new UnitView(unit.Id, unit.Name)),
        }));
    }

    private static async Task<IResult> PostsAsync(WorkflowDb db, TimeProvider time, DateOnly? on, CancellationToken ct)
    {
        var (directory, day) = (await DirectorySnapshot.LoadAsync(db, ct), on ?? Today(time));
        return Results.Ok(directory.Posts.Where(post => post.ExistsOn(day)).Select(post => new
        {
            post.Id,
            post.Code,
            post.Name,
            Holders = directory.HoldersOn(post, day).Select(unit => new UnitView(unit.Id, unit.Name)),
        }));
    }

    private static async Task<IResult> ExportAsync(
        DirectorySheet sheet, [FromQuery] TableFormat? format, ExportDirectory export, Caller caller, CancellationToken ct)
    {
        var file = await export.RunAsync(await caller.ActorAsync(ct), sheet, format ?? TableFormat.Csv, ct);
        return file.Refusal is { } refusal ? Answer.Refused(refusal) : Results.File(file.Value.Content, file.Value.ContentType, file.Value.Name);
    }

    private static async Task<IResult> BringAsync(FileBody body, ImportDirectory imports, Caller caller, CancellationToken ct) => Answer.Created(
        await imports.BringAsync(await caller.ActorAsync(ct), new(body.Sheet, body.FileName, body.Content ?? []), ct),
        import => $"/api/directory/imports/{import.Id}",
        import => new { import.Id, import.Sheet, import.FileName, import.FileHash, import.At });

    private static DateOnly Today(TimeProvider time) => WorkingCalendar.LocalDate(time.GetUtcNow().UtcDateTime);
}

/// <summary>A preview as an answer: rows that change, counts, problems; <c>seen</c> goes back with the consent.</summary>
internal sealed record DirectoryPreviewView(
    string Seen, Dictionary<RowChangeKind, int> Counts, RowChange[] Changes, TextProblem[] Problems, TextProblem[] Notes, MembershipChange[] Memberships)
{
    public static DirectoryPreviewView Of(DirectoryPreview preview) => new(
        preview.Seen,
        Enum.GetValues<RowChangeKind>().ToDictionary(kind => kind, preview.Count),
        [.. preview.Changes.Where(row => row.Kind != RowChangeKind.Unchanged)],
        [.. preview.Problems],
        [.. preview.Notes],
        [.. preview.Memberships]);
}
