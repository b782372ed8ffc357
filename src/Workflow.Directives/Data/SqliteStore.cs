using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workflow.Directives.Data;

/// <summary>How the SQLite file is opened: write-ahead log, every commit on disk before it is answered.</summary>
public static class SqliteStore
{
    /// <summary>Uses the file with durable settings on every connection.</summary>
    /// <param name="options">Options of the context.</param>
    /// <param name="path">Path of the file.</param>
    public static DbContextOptionsBuilder UseWorkflowSqlite(this DbContextOptionsBuilder options, string path) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
        .AddInterceptors(new Durable());

    /// <summary>
    /// WAL with synchronous=FULL loses nothing at power loss where NORMAL does; mmap stays off. What SQLite answers is read back.
    /// </summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        private const string Settings = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=0; PRAGMA synchronous;";
        private const long Full = 2;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            using var reader = command.ExecuteReader();
            Check(Last(reader));
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            Check(Last(reader));
        }

        private static long Last(DbDataReader reader)
        {
            var value = 0L;
            do
            {
                while (reader.Read())
                {
                    value = reader.GetFieldType(0) == typeof(long) ? reader.GetInt64(0) : value;
                }
            }
            while (reader.NextResult());

            return value;
        }

        private static void Check(long synchronous)
        {
            if (synchronous < Full)
            {
                throw new InvalidOperationException($"SQLite answers synchronous={synchronous}; below FULL a power loss would lose issued documents.");
            }
        }
    }
}
