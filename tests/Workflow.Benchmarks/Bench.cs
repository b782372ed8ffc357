using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Work;

namespace Workflow.Benchmarks;

/// <summary>A real store in a folder of its own, put together as the program does it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-bench-").FullName;

    private Bench(SmtpSettings mail)
    {
        DatabasePath = Path.Combine(folder, "workflow.db");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDirectives(DatabasePath, new OfficeSettings(), new OfficeHours(), mail);
        Services = services.BuildServiceProvider();
    }

    public string DatabasePath { get; }

    public ServiceProvider Services { get; }

    public static async Task<Bench> OpenAsync(SmtpSettings? mail = null)
    {
        var bench = new Bench(mail ?? new SmtpSettings());
        await using var scope = bench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        await db.Database.MigrateAsync();
        var problems = await bench.Services.GetRequiredService<DefinitionShelf>()
            .ReleaseAsync(db, Path.Combine(AppContext.BaseDirectory, "workflows"), DateTime.UtcNow, CancellationToken.None);
        return problems.Count == 0 ? bench : throw new InvalidDataException(string.Join('\n', problems));
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
