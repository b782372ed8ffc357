using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;

namespace Workflow.Directives.People.Accounts;

/// <summary>
/// Slows down guessing so that nobody can lock out another: who fails is counted at this account from this address, and waits alone; an address that
/// fails at many accounts waits; an account at which 100 tries failed takes no more passwords, except on a device from which it was entered before
/// (NIST SP 800-63B-4 section 3.2.2). Counted in the store, so that a restart forgets nothing.
/// </summary>
/// <param name="db">Context of the act.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Tells the operator, without names or addresses.</param>
public sealed class SignInThrottle(WorkflowDb db, TimeProvider time, ILogger<SignInThrottle> logger)
{
    /// <summary>Failures at one account from one address or device before each further try has to wait.</summary>
    public const int Free = 10;

    /// <summary>Failures from one address at all accounts before each further try has to wait. An office shares one address.</summary>
    public const int FreeOfAddress = 50;

    /// <summary>Failures in all at one account before it takes no more passwords from devices it does not know.</summary>
    public const int Ceiling = 100;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Counts a try as failed before the proof is looked at, so that tries at the same moment count too.</summary>
    /// <param name="account">The account, as <see cref="Of"/> names it.</param>
    /// <param name="from">Where the try comes from.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when it may be tried; otherwise how long to wait.</returns>
    public async Task<TimeSpan?> BeginAsync(string account, TryOrigin from, CancellationToken ct)
    {
        var keys = TryKeys.Of(account, from);
        TimeSpan? wait = null;
        string? alarm = null;
        var counted = await db.OnceAsync<bool>(async () =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            var rows = await db.Set<SignInTry>().Where(one => keys.All.Contains(one.Key)).ToDictionaryAsync(one => one.Key, ct);
            wait = WaitOf(rows, keys, from, now);
            alarm = null;
            if (wait is not null)
            {
                return false;
            }

            foreach (var key in keys.All)
            {
                Count(rows.GetValueOrDefault(key), key, now, forget: key != keys.Account);
            }

            alarm = AlarmOf(keys);
            if (alarm is not null)
            {
                db.Record(now, Actor.System, null, "sign-in.slowed", null, null, alarm);
            }

            await db.SaveChangesAsync(ct);
            return true;
        });
        if (alarm is not null)
        {
            logger.LogWarning("Security: many failed sign-ins ({Limit}); further tries wait.", alarm);
        }

        return counted.Done ? wait : FirstWait;
    }

    /// <summary>The proof was good: what was counted at this account and from here counts no more.</summary>
    /// <param name="account">The account.</param>
    /// <param name="from">Where the try came from.</param>
    /// <param name="ct">Cancels.</param>
    public async Task SucceedAsync(string account, TryOrigin from, CancellationToken ct)
    {
        var keys = TryKeys.Of(account, from);
        await db.Set<SignInTry>().Where(one => one.Key == keys.Account || one.Key == keys.Pair).ExecuteDeleteAsync(ct);
        if (keys.Address is { } address)
        {
            // Only this try is taken back: an account of one's own must not wash the address clean.
            await db.Set<SignInTry>().Where(one => one.Key == address && one.Failures > 0)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Failures, one => one.Failures - 1), ct);
        }

        var old = time.GetUtcNow().UtcDateTime - Kept;
        await db.Set<SignInTry>().Where(one => one.LastAt < old).ExecuteDeleteAsync(ct);
    }

    /// <summary>Forgets every failure at an account, as when an administrator lets its person in anew.</summary>
    /// <param name="account">The account.</param>
    /// <param name="ct">Cancels.</param>
    public Task ForgetAsync(string account, CancellationToken ct)
    {
        var key = TryKeys.Of(account, new TryOrigin("", null)).Account;
        return db.Set<SignInTry>().Where(one => one.Key == key).ExecuteDeleteAsync(ct);
    }

    /// <summary>How an account is named here: by the address to sign in with, whether there is one or not.</summary>
    /// <param name="email">What was typed.</param>
    public static string Of(string email) => email.Trim().ToUpperInvariant();

    private static TimeSpan? WaitOf(Dictionary<string, SignInTry> rows, TryKeys keys, TryOrigin from, DateTime now)
    {
        if (from.Device is null && rows.GetValueOrDefault(keys.Account)?.Failures >= Ceiling)
        {
            return LongestWait;
        }

        var pair = Left(rows.GetValueOrDefault(keys.Pair), Free, now);
        var address = Left(keys.Address is { } key ? rows.GetValueOrDefault(key) : null, FreeOfAddress, now);
        return pair > address || address is null ? pair : address;
    }

    private static TimeSpan? Left(SignInTry? row, int free, DateTime now)
    {
        if (row is null || row.Failures < free || now - row.LastAt >= Forgotten)
        {
            return null;
        }

        const int DoublingEnds = 7;
        var wait = TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << Math.Min(row.Failures - free, DoublingEnds), LongestWait.Ticks));
        return row.LastAt + wait - now is { Ticks: > 0 } left ? left : null;
    }

    private void Count(SignInTry? row, string key, DateTime now, bool forget)
    {
        if (row is null)
        {
            db.Add(new SignInTry { Key = key, Failures = 1, LastAt = now });
            return;
        }

        row.Failures = forget && now - row.LastAt >= Forgotten ? 1 : row.Failures + 1;
        row.LastAt = now;
    }

    // Told once, when a limit is reached, not at each try after it.
    private string? AlarmOf(TryKeys keys)
    {
        var counts = db.Set<SignInTry>().Local.ToDictionary(one => one.Key, one => one.Failures);
        return counts.GetValueOrDefault(keys.Account) == Ceiling ? "ceiling"
            : keys.Address is { } address && counts.GetValueOrDefault(address) == FreeOfAddress ? "address"
            : counts.GetValueOrDefault(keys.Pair) == Free ? "account"
            : null;
    }
}
