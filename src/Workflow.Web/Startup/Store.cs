using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.People;
using Workflow.Directives.Sample;
using Workflow.Directives.Search;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Web.Startup;

/// <summary>Makes the store ready before the first request: migrated, definitions released, sample loaded when asked for.</summary>
internal static class Store
{
    /// <summary>Prepares the store.</summary>
    /// <exception cref="DefinitionsException">A definition is wrong; nothing of the folder was released.</exception>
    public static async Task PrepareAsync(IServiceProvider services, WorkflowSettings settings, bool sample, CancellationToken ct)
    {
        // The definitions are read while the store opens; neither needs the other until both are there.
        var shelf = services.GetRequiredService<DefinitionShelf>();
        var reading = Task.Run(() => shelf.ReadFolder(settings.DefinitionsPath).ToList(), ct);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        await MigrateAsync(db, ct);
        await SearchIndex.EnsureAsync(db, ct);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var problems = await shelf.ReleaseAsync(db, await reading, now, ct);
        if (problems.Count > 0)
        {
            throw new DefinitionsException(problems);
        }

        if (sample && !await db.Set<Unit>().AnyAsync(ct))
        {
            await SampleProvince.LoadAsync(db, now, ct);
            await SamplePersons.LoadAsync(db, ct);
        }
    }

    private static async Task MigrateAsync(WorkflowDb db, CancellationToken ct)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            return;
        }

        // We hold the data directory, so a migration lock that stands was left by a process that died; it would hang every start.
        var tables = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(ct);
        if (tables.Count > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
        }

        await db.Database.MigrateAsync(ct);
    }
}

/// <summary>Workflow definitions are wrong; the program does not start.</summary>
internal sealed class DefinitionsException(IReadOnlyList<DefinitionProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(Say)))
{
    /// <summary>One problem on one line: file, place, activity, what is wrong, what would be right.</summary>
    public static string Say(DefinitionProblem problem) =>
        $"{problem.File} {problem.Path}{(problem.ActivityId is null ? "" : $" (activity \"{problem.ActivityId}\")")}: {problem.Message} {problem.Remedy} [{problem.Rule}]";
}
