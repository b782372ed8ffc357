using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Web.SignIn;
using Workflow.Web.Startup;

namespace Workflow.Web.Tests.Host;

/// <summary>The data directory every test starts from: migrated, sample province loaded, a token for each person. Made once per run.</summary>
internal sealed class PreparedOffice
{
    private const int TokenDays = 2;

    // All tests ask from one address.
    private static readonly string[] Busy =
        ["--Edge:RequestsPerMinute", "1000000", "--Edge:SignInMissesPerMinute", "10000", "--Edge:LinkMissesPerMinute", "10000", "--Edge:VerificationsPerMinute", "10000"];

    private static readonly Lazy<Task<PreparedOffice>> Once = new(MakeAsync);

    private PreparedOffice(string database, IReadOnlyDictionary<string, string> tokens) => (Database, Tokens) = (database, tokens);

    /// <summary>The database file, closed and without a write-ahead log.</summary>
    public string Database { get; }

    /// <summary>E-mail → API token.</summary>
    public IReadOnlyDictionary<string, string> Tokens { get; }

    public static Task<PreparedOffice> GetAsync() => Once.Value;

    /// <summary>Builds the real application on a data directory, listening on a free port of this machine when started.</summary>
    public static WebApplication Build(string folder, CapturedLog log, StoreTrouble trouble, TimeProvider? clock = null, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--Workflow:DataDirectory", folder, "--Workflow:Sample", "true", "--Urls", "http://127.0.0.1:0", .. Busy, .. settings],
            ApplicationName = typeof(WorkflowApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.ConfigureDbContext<WorkflowDb>(options => options.AddInterceptors(trouble));
        return WorkflowApp.Configure(builder, clock);
    }

    private static async Task<PreparedOffice> MakeAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("workflow-web-prepared-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(folder, recursive: true);
        var tokens = new Dictionary<string, string>();
        await using (var app = Build(folder, new CapturedLog(), new StoreTrouble()))
        {
            await Store.PrepareAsync(app.Services, app.Services.GetRequiredService<WorkflowSettings>(), app.Services.GetRequiredService<SampleMode>().On, default);
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
            foreach (var person in await db.Set<Person>().AsNoTracking().ToListAsync())
            {
                var actor = await db.FindActorAsync(person.Id, DateTime.UtcNow, default);
                tokens[person.Email] = (await scope.ServiceProvider.GetRequiredService<IssueApiToken>().RunAsync(actor!, "tests", TokenDays, default)).Value;
            }

            // The first use of a day is written down; tests that say that nothing changed begin after it.
            var today = WorkingCalendar.LocalDate(DateTime.UtcNow);
            await db.Set<ApiToken>().ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedOn, today));
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return new PreparedOffice(Path.Combine(folder, "workflow.db"), tokens);
    }
}
