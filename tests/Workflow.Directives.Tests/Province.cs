using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.People;
using Workflow.Directives.Sample;
using Workflow.Directives.Tests.Dissemination.Mail;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests;

/// <summary>
/// An office of its own for one test: the sample province, its people and the shipped definitions in a real database file, and a clock
/// that stands still. The file is made once per run and copied.
/// </summary>
internal sealed class Province : IAsyncDisposable
{
    /// <summary>A Tuesday with two working weeks around it.</summary>
    public static readonly DateTime Start = At(2026, 3, 10, 8, 0);

    private static readonly Lazy<Task<string>> Prepared = new(PrepareAsync);

    private readonly string folder;
    private readonly ServiceProvider services;

    private Province(string folder, DateTime start, Action<IServiceCollection>? further)
    {
        this.folder = folder;
        Database = Path.Combine(folder, "workflow.db");
        Time = new FakeTime(start);
        services = Provide(Database, Time, further);
        Walk = new Walk(this);
    }

    /// <summary>Path of the database file.</summary>
    public string Database { get; }

    /// <summary>Folder of the file store.</summary>
    public string Files => Path.Combine(folder, "files");

    public FakeTime Time { get; }

    public Walk Walk { get; }

    /// <summary>A moment told by a clock in Vietnam, as UTC.</summary>
    public static DateTime At(int year, int month, int day, int hour, int minute) =>
        new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc) - WorkingCalendar.VietnamTime.BaseUtcOffset;

    public static async Task<Province> OpenAsync(DateTime? start = null, Action<IServiceCollection>? further = null)
    {
        var prepared = await Prepared.Value;
        var folder = System.IO.Directory.CreateTempSubdirectory("workflow-province-").FullName;
        File.Copy(prepared, Path.Combine(folder, "workflow.db"));
        return await ShelvedAsync(new Province(folder, start ?? Start, further));
    }

    /// <summary>The definitions of the repository.</summary>
    public static string Definitions
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "Workflow.sln")))
            {
                at = at.Parent;
            }

            return Path.Combine(at?.FullName ?? throw new InvalidOperationException("The tests run outside the repository."), "workflows");
        }
    }

    /// <summary>The same database opened by a new process, as it were: nothing is kept but the file.</summary>
    public async Task<Province> ReopenAsync(DateTime now)
    {
        await services.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        return await ShelvedAsync(new Province(folder, now, null));
    }

    /// <summary>Another office that begins where this one stands.</summary>
    public async Task<Province> CopyAsync(Action<IServiceCollection>? further = null)
    {
        var copy = System.IO.Directory.CreateTempSubdirectory("workflow-province-").FullName;
        await using (var connection = new SqliteConnection(ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $path";
            command.Parameters.AddWithValue("$path", Path.Combine(copy, "workflow.db"));
            await command.ExecuteNonQueryAsync();
        }

        foreach (var file in System.IO.Directory.Exists(Files) ? System.IO.Directory.GetFiles(Files, "*", SearchOption.AllDirectories) : [])
        {
            var to = Path.Combine(copy, "files", Path.GetRelativePath(Files, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return await ShelvedAsync(new Province(copy, Time.GetUtcNow().UtcDateTime, further));
    }

    /// <summary>Puts some tables back to what they hold in a copy taken before.</summary>
    public async Task RewindAsync(Province copy, params string[] tables)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"ATTACH '{copy.Database}' AS copy; BEGIN IMMEDIATE; "
            + string.Concat(tables.Select(table => $"DELETE FROM main.\"{table}\"; INSERT INTO main.\"{table}\" SELECT * FROM copy.\"{table}\"; "))
            + "COMMIT";
        await command.ExecuteNonQueryAsync();
    }

    public IServiceProvider Services => services;

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Calls a use case in a scope of its own, as a request does.</summary>
    public async Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task<T> ReadAsync<T>(Func<WorkflowDb, Task<T>> read) => AskAsync(read);

    public Task<T> ReadAsync<T>(Func<WorkflowDb, T> read) => AskAsync<WorkflowDb, T>(db => Task.FromResult(read(db)));

    /// <summary>A person of the sample, with the roles of this moment.</summary>
    /// <param name="who">The part of the e-mail address before the @.</param>
    public async Task<Actor> AsAsync(string who) =>
        await ReadAsync(db => db.FindActorAsync(IdOf(who), Time.GetUtcNow().UtcDateTime, default))
        ?? throw new InvalidOperationException($"{who} has no open account.");

    public static Guid IdOf(string who) =>
        SamplePeople.All.Single(person => person.Email.StartsWith(who + "@", StringComparison.Ordinal)).Id;

    public void Set(DateTime utc) => Time.Jump(utc - Time.GetUtcNow().UtcDateTime);

    /// <summary>A hash of every table, so that a test can say that nothing changed, or what did.</summary>
    public Task<Dictionary<string, string>> FingerprintAsync() => FingerprintAsync(ConnectionString);

    /// <summary>The same of any database file.</summary>
    public static Task<Dictionary<string, string>> FingerprintOfAsync(string path) => FingerprintAsync($"Data Source={path};Pooling=False");

    private static async Task<Dictionary<string, string>> FingerprintAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await foreach (var row in RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            tables.Add(row);
        }

        var hashes = new Dictionary<string, string>();
        foreach (var table in tables)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var count = 0;
            await foreach (var row in RowsAsync(connection, $"SELECT * FROM \"{table}\""))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(row));
                count++;
            }

            hashes[table] = $"{count} rows {Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
        }

        return hashes;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        System.IO.Directory.Delete(folder, recursive: true);
    }

    // The same text that the store uses, so that clearing a pool clears the right one.
    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Database, ForeignKeys = true }.ToString();

    private static ServiceProvider Provide(string database, FakeTime time, Action<IServiceCollection>? further)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDirectives(database, new OfficeSettings(), new OfficeHours(), Mail(database));
        services.AddSingleton<TimeProvider>(time);
        services.AddMail(_ => new FileMailTransport(Mail(database).Folder));
        further?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static SmtpSettings Mail(string database) => new()
    {
        From = "vanthu@tinhuy.nambinh.example",
        FromName = "Văn phòng Tỉnh ủy Nam Bình",
        Folder = Path.Combine(Path.GetDirectoryName(database)!, "mail"),
    };

    private static async Task<Province> ShelvedAsync(Province province)
    {
        await using var scope = province.Scope();
        await province.Get<DefinitionShelf>().LoadAsync(scope.ServiceProvider.GetRequiredService<WorkflowDb>(), default);
        return province;
    }

    private static async Task<string> PrepareAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("workflow-prepared-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(folder, recursive: true);
        var path = Path.Combine(folder, "workflow.db");
        await using (var services = Provide(path, new FakeTime(Start.AddDays(-30)), null))
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
            await db.Database.MigrateAsync();
            var released = await services.GetRequiredService<DefinitionShelf>().ReleaseAsync(db, Definitions, Start.AddDays(-30), default);
            Assert.Empty(released);
            await SampleProvince.LoadAsync(db, Start.AddDays(-30), default);
            await SamplePersons.LoadAsync(db, default);
        }

        await using var checkpoint = new SqliteConnection($"Data Source={path};Pooling=False");
        SqliteConnection.ClearPool(new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString()));
        await checkpoint.OpenAsync();
        await foreach (var _ in RowsAsync(checkpoint, "PRAGMA wal_checkpoint(TRUNCATE)"))
        {
        }

        return path;
    }

    private static async IAsyncEnumerable<string> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return string.Join('\u001f', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))));
        }
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : value.ToString() ?? "";
}
