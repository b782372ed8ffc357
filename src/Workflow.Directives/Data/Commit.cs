using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;

namespace Workflow.Directives.Data;

/// <summary>How a use case ends: everything in one save, or nothing.</summary>
public static class Commit
{
    /// <summary>Tries before two acts that keep colliding are given up as <c>busy</c>.</summary>
    private const int Attempts = 8;

    private const int SqliteConstraint = 19;

    // Acts that lost a race queue up here, and while anybody queues the newcomers do too, so that a storm of acknowledgments
    // on one directive is served one by one instead of losing again and again. Correctness rests on the versions alone.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new();

    /// <summary>
    /// Runs one act that loads, decides, records and saves once. An act that lost a race is run again from the start on fresh
    /// rows, so that it is either done or refused for what is true now; a refused act leaves nothing behind.
    /// </summary>
    /// <typeparam name="T">What the act gives back.</typeparam>
    /// <param name="db">The context the act loads from and saves to.</param>
    /// <param name="act">The act, from loading to <see cref="DbContext.SaveChangesAsync(CancellationToken)"/>.</param>
    public static async Task<Result<T>> OnceAsync<T>(this WorkflowDb db, Func<Task<Result<T>>> act)
    {
        var queue = Queues.GetOrAdd(db.Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        var queued = queue.CurrentCount == 0;
        if (queued)
        {
            await queue.WaitAsync();
        }

        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                if (await TryAsync(db, act) is { } result)
                {
                    return result;
                }

                if (!queued)
                {
                    await queue.WaitAsync();
                    queued = true;
                }
            }

            return Refusals.Busy;
        }
        finally
        {
            if (queued)
            {
                queue.Release();
            }
        }
    }

    /// <summary>The result, or null when the act lost a race and nothing was saved.</summary>
    private static async Task<Result<T>?> TryAsync<T>(WorkflowDb db, Func<Task<Result<T>>> act)
    {
        try
        {
            var result = await act();
            if (!result.Done)
            {
                db.ChangeTracker.Clear();
            }

            return result;
        }
        catch (DbUpdateException lost) when (LostRace(lost))
        {
            db.ChangeTracker.Clear();
            return null;
        }
        catch (CalendarException missing)
        {
            db.ChangeTracker.Clear();
            return Refusals.NoCalendar(missing.Message);
        }
    }

    private static bool LostRace(DbUpdateException failure) =>
        failure is DbUpdateConcurrencyException
        || failure.InnerException is SqliteException { SqliteErrorCode: SqliteConstraint };
}
