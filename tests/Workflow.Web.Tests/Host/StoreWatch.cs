using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Workflow.Web.Tests.Host;

/// <summary>Sees whether any other connection has committed a change since it was opened, even one that was undone again.</summary>
internal sealed class StoreWatch : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private long version;

    private StoreWatch(SqliteConnection connection) => this.connection = connection;

    public static async Task<StoreWatch> OpenAsync(string database)
    {
        var watch = new StoreWatch(new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString()));
        await watch.connection.OpenAsync();
        watch.version = await watch.VersionAsync();
        return watch;
    }

    public async Task<bool> SawACommitAsync() => await VersionAsync() != version;

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<long> VersionAsync()
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
