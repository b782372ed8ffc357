using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Web.SignIn;
using Workflow.Web.Startup;

namespace Workflow.Web.Tests.Host;

/// <summary>The real application, listening on a port of this machine, on a data directory of its own.</summary>
public sealed class RunningOffice : IAsyncLifetime, IDisposable
{
    private readonly string[] settings;
    private readonly TimeProvider? clock;
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private WebApplication? app;
    private IReadOnlyDictionary<string, string> tokens = new Dictionary<string, string>();

    public RunningOffice()
        : this([])
    {
    }

    /// <param name="settings">Further settings as on the command line.</param>
    /// <param name="clock">The time; null: the machine's.</param>
    internal RunningOffice(string[] settings, TimeProvider? clock = null) => (this.settings, this.clock) = (settings, clock);

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("workflow-web-").FullName;

    public string Database => Path.Combine(Folder, "workflow.db");

    public CapturedLog Log { get; } = new();

    public StoreTrouble Trouble { get; } = new();

    public Uri Address => http.BaseAddress!;

    internal WebApplication App => app!;

    public IServiceProvider Services => app!.Services;

    public ApiPerson As(string email) => new(http, tokens[email]);

    public ApiPerson With(string? token) => new(http, token);

    public string TokenOf(string email) => tokens[email];

    public async Task InitializeAsync()
    {
        var prepared = await PreparedOffice.GetAsync();
        tokens = prepared.Tokens;
        File.Copy(prepared.Database, Database);
        app = PreparedOffice.Build(Folder, Log, Trouble, clock, settings);
        await Store.PrepareAsync(Services, Services.GetRequiredService<WorkflowSettings>(), Services.GetRequiredService<SampleMode>().On, default);
        await app.StartAsync();
        http.BaseAddress = new Uri(app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    public void Dispose() => http.Dispose();

    /// <summary>Reads or changes rows directly.</summary>
    public async Task<T> InStoreAsync<T>(Func<WorkflowDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<WorkflowDb>());
    }

    /// <summary>Everything due is sent, and the deliveries know.</summary>
    public async Task SendMailAsync()
    {
        await Services.GetRequiredService<OutboxSender>().SendDueAsync(default);
        await using var scope = Services.CreateAsyncScope();
        while (await scope.ServiceProvider.GetRequiredService<RecordDispatch>().RunAsync(default) > 0)
        {
        }
    }

    /// <summary>Every message written to the mail folder.</summary>
    public string[] Mail() => System.IO.Directory.Exists(Path.Combine(Folder, "mail"))
        ? [.. System.IO.Directory.GetFiles(Path.Combine(Folder, "mail"), "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllText)]
        : [];

    /// <summary>The only way a refusal is asserted: afterwards the store holds, value by value, what it held before.</summary>
    public async Task<ApiAnswer> ChangesNothingAsync(Func<Task<ApiAnswer>> act)
    {
        var before = await StoreContent.ReadAsync(Database);
        var answer = await act();
        Assert.Equal(before, await StoreContent.ReadAsync(Database));
        return answer;
    }
}
