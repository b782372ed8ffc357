using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Workflow.Directives.Search;

namespace Workflow.Directives.Data;

/// <summary>How the SQLite file is opened: write-ahead log, every commit on disk before it is answered; migrating it makes the search index, too.</summary>
public static class SqliteStore
{
    /// <summary>Uses the file with durable settings on every connection.</summary>
    /// <param name="options">Options of the context.</param>
    /// <param name="path">Path of the file.</param>
    public static DbContextOptionsBuilder UseWorkflowSqlite(this DbContextOptionsBuilder options, string path) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
        .UseAsyncSeeding(static (db, _, ct) => SearchIndex.EnsureAsync((WorkflowDb)db, ct))
        .AddInterceptors(new Durable());

    /// <summary>
    /// WAL with synchronous=FULL loses nothing at power loss where NORMAL does; mmap stays off. What SQLite answers is read back,
    /// once for each physical connection: pooled ones keep their settings.
    /// </summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=0;";
        private const long Full = 2;

        private readonly ConditionalWeakTable<object, object> set = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            // SQLite's own calls are synchronous; there is nothing to wait for.
            Set((SqliteConnection)connection);
            return Task.CompletedTask;
        }

        private void Set(SqliteConnection connection)
        {
            if (connection.Handle is not { } handle || set.TryGetValue(handle, out _))
            {
                return;
            }

            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
            command.CommandText = "PRAGMA synchronous;";
            if (command.ExecuteScalar() is not long synchronous || synchronous < Full)
            {
                throw new InvalidOperationException("SQLite does not keep synchronous=FULL; below it a power loss would lose issued documents.");
            }

            set.AddOrUpdate(handle, handle);
        }
    }
}
