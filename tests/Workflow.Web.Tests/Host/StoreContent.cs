using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Workflow.Web.Tests.Host;

/// <summary>What is in a database, table by table, so that two moments can be compared.</summary>
internal static class StoreContent
{
    /// <summary>Table → number of rows and hash of every value in them; without the counters of failed proofs, which count whatever is refused.</summary>
    public static async Task<SortedDictionary<string, string>> ReadAsync(string database)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await connection.OpenAsync();
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await ColumnAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'SignInTries'"))
        {
            content[table] = await HashAsync(connection, table);
        }

        return content;
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static async Task<string> HashAsync(SqliteConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0;
        while (await reader.ReadAsync())
        {
            rows++;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                hash.AppendData(reader.GetValue(i) is byte[] bytes
                    ? bytes
                    : Encoding.UTF8.GetBytes($"{Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)}\0"));
            }
        }

        return $"{rows} rows {Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
