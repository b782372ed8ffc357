using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;

namespace Workflow.Directives.People.Accounts;

/// <summary>Begins, finds and ends sessions.</summary>
/// <param name="db">Context of the act.</param>
/// <param name="time">The clock.</param>
public sealed class Sessions(WorkflowDb db, TimeProvider time)
{
    private const int SecretBytes = 32;
    private const int LongestDevice = 100;

    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Begins a session and records the sign-in.</summary>
    /// <param name="actor">Who signs in.</param>
    /// <param name="device">What he signs in with, in words.</param>
    /// <param name="way">How he proved himself: <c>sample</c>, <c>password</c>, <c>passkey</c> …</param>
    /// <param name="replaced">Session of the same browser that this one takes the place of.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The secret for the browser, for the only time.</returns>
    public async Task<string> BeginAsync(Actor actor, string device, string way, Guid? replaced, CancellationToken ct)
    {
        var (secret, now) = (NewSecret(), Now);
        db.Add(new Session
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Hash = IssueApiToken.Hash(secret),
            PersonId = actor.PersonId ?? throw new ArgumentException("Only a person signs in.", nameof(actor)),
            CreatedAt = now,
            LastSeenAt = now,
            Device = device.Length > LongestDevice ? device[..LongestDevice] : device,
            Roles = string.Join(',', actor.Roles.Order()),
        });
        if (replaced is { } old && await db.Set<Session>().SingleOrDefaultAsync(one => one.Id == old && one.EndedAt == null, ct) is { } before)
        {
            (before.EndedAt, before.EndedWhy) = (now, SessionEnd.Replaced);
        }

        db.Record(now, actor, null, "person.signed-in", null, null, way);
        await db.SaveChangesAsync(ct);
        await db.Set<Session>().Where(one => one.EndedAt < now - Kept).ExecuteDeleteAsync(ct);
        return secret;
    }

    /// <summary>The session of a secret, if it still works. One that no longer may is ended by this.</summary>
    /// <param name="secret">What the browser sent.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Session?> FindAsync(string secret, CancellationToken ct)
    {
        var (hash, now) = (IssueApiToken.Hash(secret), Now);
        if (await db.Set<Session>().AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash && one.EndedAt == null, ct) is not { } session)
        {
            return null;
        }

        if (await EndOfAsync(session, now, ct) is { } why)
        {
            await EndWhereAsync(one => one.Id == session.Id, why, ct);
            return null;
        }

        if (now - session.LastSeenAt >= SeenStep)
        {
            await db.Set<Session>().Where(one => one.Id == session.Id && one.LastSeenAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeenAt, now), ct);
        }

        return session;
    }

    /// <summary>Gives a session another secret, as after a fresh proof of identity.</summary>
    /// <param name="sessionId">Which.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The new secret, or null when the session has ended meanwhile.</returns>
    public async Task<string?> RenewAsync(Guid sessionId, CancellationToken ct)
    {
        var secret = NewSecret();
        var hash = IssueApiToken.Hash(secret);
        return await db.Set<Session>().Where(one => one.Id == sessionId && one.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Hash, hash), ct) == 1 ? secret : null;
    }

    /// <summary>Ends one session of a person.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="sessionId">Which.</param>
    /// <param name="why">Why.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether there was such a one that still worked.</returns>
    public async Task<bool> EndAsync(Guid personId, Guid sessionId, SessionEnd why, CancellationToken ct) =>
        await EndWhereAsync(one => one.Id == sessionId && one.PersonId == personId, why, ct) > 0;

    /// <summary>Ends all sessions of a person but one.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="but">The one that goes on; null: none does.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many ended.</returns>
    public Task<int> EndOthersAsync(Guid personId, Guid? but, CancellationToken ct) =>
        EndWhereAsync(one => one.PersonId == personId && one.Id != but, SessionEnd.Ended, ct);

    /// <summary>Ends, with what is saved next, all sessions of a person but one.</summary>
    /// <param name="db">Context of the act.</param>
    /// <param name="personId">Whose.</param>
    /// <param name="but">The one that goes on; null: none does.</param>
    /// <param name="why">Why.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    internal static async Task EndWithActAsync(WorkflowDb db, Guid personId, Guid? but, SessionEnd why, DateTime now, CancellationToken ct)
    {
        foreach (var session in await db.Set<Session>().Where(one => one.PersonId == personId && one.EndedAt == null && one.Id != but).ToListAsync(ct))
        {
            (session.EndedAt, session.EndedWhy) = (now, why);
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    private async Task<SessionEnd?> EndOfAsync(Session session, DateTime now, CancellationToken ct)
    {
        if (now - session.CreatedAt >= Session.Longest)
        {
            return SessionEnd.Expired;
        }

        if (now - session.LastSeenAt >= Session.Idle)
        {
            return SessionEnd.Idle;
        }

        if (await db.FindActorAsync(session.PersonId, now, ct) is not { } actor)
        {
            return SessionEnd.Closed;
        }

        var held = session.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>);
        return held.All(actor.Holds) ? null : SessionEnd.RoleLost;
    }

    private Task<int> EndWhereAsync(System.Linq.Expressions.Expression<Func<Session, bool>> which, SessionEnd why, CancellationToken ct)
    {
        var now = Now;
        return db.Set<Session>().Where(which).Where(one => one.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.EndedAt, now).SetProperty(one => one.EndedWhy, why), ct);
    }
}
