using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Benchmarks;

/// <summary>
/// start → wait → resume → wait → resume → finish, each arrow one durable commit of state, events, work item and audit entry,
/// beside what single-row commits the same disk gives in the same minute.
/// </summary>
internal static class EngineThroughStore
{
    private const int Instances = 300;
    private const int CommitsPerInstance = 3;
    private const int RawCommits = 2_000;

    private const string Definition = """
        {"id":"bench-v1","definitionId":"bench","name":"Bench","version":1,"isLatest":true,"isPublished":true,
         "customProperties":{"templates":["bench"]},"inputs":[],"variables":[],
         "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[
          {"id":"first","type":"Directive.Approve","version":1,"role":{"typeName":"String","expression":{"type":"Literal","value":"UnitHead"}}},
          {"id":"second","type":"Directive.Approve","version":1,"role":{"typeName":"String","expression":{"type":"Literal","value":"ChiefOfOffice"}}}],
          "connections":[{"source":{"activity":"first","port":"Approved"},"target":{"activity":"second","port":"In"}}]}}
        """;

    private static readonly Actor Somebody = new(Guid.CreateVersion7(), "Bench", null, new HashSet<Role>());

    public static async IAsyncEnumerable<object> RunAsync(int rounds)
    {
        await using var bench = await Bench.OpenAsync();
        await ReleaseAsync(bench);
        await InstancesAsync(bench, Instances);
        RawCommitRate(bench.DatabasePath, RawCommits);
        var (wall, cpu, raw, engine) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            raw.Add(RawCommitRate(bench.DatabasePath, RawCommits));
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            await InstancesAsync(bench, Instances);
            wall.Add(clock.Elapsed.TotalMilliseconds / Instances);
            cpu.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Instances);
            engine.Add(Instances * CommitsPerInstance / clock.Elapsed.TotalSeconds);
        }

        yield return new
        {
            figure = "engine through the store",
            wallMsPerInstance = Math.Round(Figures.Median(wall), 2),
            cpuMsPerInstance = Math.Round(Figures.Median(cpu), 2),
            engineCommitsPerSecond = Math.Round(Figures.Median(engine)),
            rawCommitsPerSecond = Math.Round(Figures.Median(raw)),
            engineCommitsPerRawCommit = Math.Round(Figures.Median(engine.Zip(raw, (one, other) => one / other)), 2),
            rounds,
        };
    }

    private static async Task ReleaseAsync(Bench bench)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        db.Add(new StoredDefinition { DefinitionId = "bench", Version = 1, Hash = "bench", Json = Definition, ReleasedAt = DateTime.UtcNow });
        await db.SaveChangesAsync();
        await bench.Services.GetRequiredService<DefinitionShelf>().LoadAsync(db, CancellationToken.None);
    }

    private static async Task InstancesAsync(Bench bench, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var id = await StartAsync(bench);
            await ResumeAsync(bench, id);
            await ResumeAsync(bench, id);
        }
    }

    private static async Task<Guid> StartAsync(Bench bench)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        var directive = new Directive
        {
            Id = Guid.CreateVersion7(),
            TemplateKey = "bench",
            TypeCode = "CT",
            Authority = "T/M",
            Subject = "bench",
            DrafterId = Guid.Empty,
            DrafterUnitId = Guid.Empty,
            CreatedAt = DateTime.UtcNow,
        };
        db.Add(directive);
        var step = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>().StartAsync(directive, [], Somebody, CancellationToken.None);
        db.Record(DateTime.UtcNow, Somebody, null, "bench.started", directive.Id);
        await db.SaveChangesAsync();
        return step.Value.Offered[0].InstanceId;
    }

    private static async Task ResumeAsync(Bench bench, Guid instanceId)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        var instance = await db.Set<StoredInstance>().SingleAsync(one => one.Id == instanceId);
        var item = await db.Set<WorkItem>().SingleAsync(one => one.InstanceId == instanceId && one.CompletedAt == null);
        (item.CompletedAt, item.CompletedBy, item.Outcome) = (DateTime.UtcNow, Somebody.PersonId, "Approved");
        var step = await scope.ServiceProvider.GetRequiredService<IWorkflowRuntime>()
            .ResumeAsync(instance, new Stimulus(item.BookmarkId, "Approved", null, new JsonObject()), Somebody, CancellationToken.None);
        if (!step.Done)
        {
            throw new InvalidOperationException(step.Refusal!.English);
        }

        db.Record(DateTime.UtcNow, Somebody, null, "bench.resumed", instance.DirectiveId);
        await db.SaveChangesAsync();
    }

    /// <summary>Single-row durable commits a second, on a file beside the database, with the same settings.</summary>
    private static double RawCommitRate(string databasePath, int commits)
    {
        using var connection = new SqliteConnection($"Data Source={databasePath}.raw;Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS Raw (Id INTEGER PRIMARY KEY, Text TEXT NOT NULL)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Raw (Text) VALUES ($text)";
        insert.Parameters.AddWithValue("$text", new string('x', 300));
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < commits; i++)
        {
            insert.ExecuteNonQuery();
        }

        return commits / clock.Elapsed.TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
