using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;

namespace Workflow.Directives.People.Accounts;

/// <summary>A person enrols an authenticator, whose codes are asked for at every sign-in from then on.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class EnrolAuthenticator(WorkflowDb db, TimeProvider time)
{
    /// <summary>Enrols it; the caller has seen a first good code.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="seed">The secret, protected.</param>
    /// <param name="step">Time step of that code, which is used up.</param>
    /// <param name="session">Session that goes on; the person's others end.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Recovery codes, for the only time.</returns>
    public Task<Result<IReadOnlyList<string>>> RunAsync(Actor actor, string seed, long step, Guid? session, CancellationToken ct) =>
        db.OnceAsync<IReadOnlyList<string>>(async () =>
        {
            if (await db.Set<Account>().SingleOrDefaultAsync(one => one.Id == actor.PersonId, ct) is not { PasswordHash: not null } account)
            {
                return AccountRefusals.NoPassword;
            }

            var now = time.GetUtcNow().UtcDateTime;
            (account.AuthenticatorSeed, account.LastCodeStep) = (seed, step);
            var codes = await RecoveryCode.ReplaceAsync(db, account.Id, ct);
            await Sessions.EndWithActAsync(db, account.Id, session, SessionEnd.ProofChanged, now, ct);
            db.Record(now, actor, null, "account.authenticator-enrolled", null);
            await db.SaveChangesAsync(ct);
            return Result.Of(codes);
        });
}

/// <summary>A person gives up his authenticator.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class RemoveAuthenticator(WorkflowDb db, TimeProvider time)
{
    /// <summary>Removes it with its recovery codes.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Account>> RunAsync(Actor actor, CancellationToken ct) => db.OnceAsync<Account>(async () =>
    {
        if (await db.Set<Account>().SingleOrDefaultAsync(one => one.Id == actor.PersonId, ct) is not { AuthenticatorSeed: not null } account)
        {
            return Refusals.NotVisible;
        }

        if (account.NeedsSecondFactor)
        {
            return AccountRefusals.PasswordTooShortAlone;
        }

        (account.AuthenticatorSeed, account.LastCodeStep) = (null, 0);
        db.RemoveRange(await db.Set<RecoveryCode>().Where(one => one.AccountId == account.Id).ToListAsync(ct));
        db.Record(time.GetUtcNow().UtcDateTime, actor, null, "account.authenticator-removed", null);
        await db.SaveChangesAsync(ct);
        return account;
    });
}

/// <summary>A person makes new recovery codes; the old ones work no more.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class MakeRecoveryCodes(WorkflowDb db, TimeProvider time)
{
    /// <summary>Makes them.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The codes, for the only time.</returns>
    public Task<Result<IReadOnlyList<string>>> RunAsync(Actor actor, CancellationToken ct) => db.OnceAsync<IReadOnlyList<string>>(async () =>
    {
        if (!await db.Set<Account>().AnyAsync(one => one.Id == actor.PersonId && one.AuthenticatorSeed != null, ct))
        {
            return Refusals.NotVisible;
        }

        var codes = await RecoveryCode.ReplaceAsync(db, actor.PersonId!.Value, ct);
        db.Record(time.GetUtcNow().UtcDateTime, actor, null, "account.recovery-codes-made", null);
        await db.SaveChangesAsync(ct);
        return Result.Of(codes);
    });
}
