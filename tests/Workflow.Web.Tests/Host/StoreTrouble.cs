using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workflow.Web.Tests.Host;

/// <summary>A disk that fails when a test says so: the chosen write command, or every one after it, ends with SQLite's own I/O error; or a defect nobody foresaw.</summary>
public sealed class StoreTrouble : DbCommandInterceptor
{
    private const int SqliteIoError = 10;
    private int left = int.MaxValue;
    private string? defect;

    /// <summary>Write commands that still succeed before the disk fails.</summary>
    public void FailAfter(int writes) => Volatile.Write(ref left, writes);

    public void Heal()
    {
        Volatile.Write(ref left, int.MaxValue);
        Volatile.Write(ref defect, null);
    }

    /// <summary>Every read of a person's roles, which only requests make, ends with something nobody foresaw, which says this.</summary>
    public void FailReads(string words) => Volatile.Write(ref defect, words);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Meet(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Meet(command);
        return ValueTask.FromResult(result);
    }

    private void Meet(DbCommand command)
    {
        if (Volatile.Read(ref defect) is { } words && command.CommandText.Contains("\"RoleGrants\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(words);
        }

        if (Volatile.Read(ref left) != int.MaxValue && IsWrite(command.CommandText) && Interlocked.Decrement(ref left) < 0)
        {
            throw new SqliteException("disk I/O error", SqliteIoError);
        }
    }

    private static bool IsWrite(string text) =>
        text.Contains("INSERT", StringComparison.Ordinal) || text.Contains("UPDATE", StringComparison.Ordinal) || text.Contains("DELETE", StringComparison.Ordinal);
}
