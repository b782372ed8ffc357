using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;

namespace Workflow.Directives.People.Accounts;

/// <summary>A person sets his password: the first, or another. All his other sessions end with it.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="passwords">Hashes.</param>
/// <param name="office">The office, whose name is no password.</param>
/// <param name="time">The clock.</param>
public sealed class SetPassword(WorkflowDb db, Passwords passwords, OfficeSettings office, TimeProvider time)
{
    /// <summary>Sets it; the caller knows that it is this person.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="typed">The new password.</param>
    /// <param name="session">Session that goes on; null: none.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Account>> RunAsync(Actor actor, string? typed, Guid? session, CancellationToken ct) =>
        db.OnceAsync(() => SetAsync(actor, typed, session, ct));

    /// <summary>Sets the first one with a one-time code, which is used up only when the password is taken.</summary>
    /// <param name="code">The code.</param>
    /// <param name="typed">The new password.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Account>> ByCodeAsync(string? code, string? typed, CancellationToken ct) => db.OnceAsync<Account>(async () =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await SignInCode.FindAsync(db, code, now, ct) is not { } good || await db.FindActorAsync(good.PersonId, now, ct) is not { } actor)
        {
            return AccountRefusals.CodeRefused;
        }

        good.UsedAt = now;
        return await SetAsync(actor, typed, null, ct);
    });

    private async Task<Result<Account>> SetAsync(Actor actor, string? typed, Guid? session, CancellationToken ct)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(one => one.Id == actor.PersonId && one.DisabledAt == null, ct) is not { } person)
        {
            return Refusals.NotVisible;
        }

        var account = await db.Set<Account>().SingleOrDefaultAsync(one => one.Id == person.Id, ct);
        var unit = await db.Set<Unit>().Where(one => one.Id == person.UnitId).Select(one => one.Name).SingleOrDefaultAsync(ct);
        var now = time.GetUtcNow().UtcDateTime;
        var made = Make(person, account, unit, typed, now);
        if (!made.Done)
        {
            return made;
        }

        await Sessions.EndWithActAsync(db, person.Id, session, SessionEnd.ProofChanged, now, ct);
        db.Record(now, actor, null, "account.password-set", null);
        await db.SaveChangesAsync(ct);
        return made;
    }

    /// <summary>Sets a password with what is saved next.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="account">The person's account; null while there is none.</param>
    /// <param name="unit">Name of the person's unit.</param>
    /// <param name="typed">The password.</param>
    /// <param name="now">Now, UTC.</param>
    internal Result<Account> Make(Person person, Account? account, string? unit, string? typed, DateTime now)
    {
        var plain = Passwords.Plain(typed);
        if (PasswordRules.Check(plain, account?.AuthenticatorSeed is not null, [office.Issuer, office.Place, unit, person.FullName, person.Email]) is { } refusal)
        {
            return refusal;
        }

        if (account is null)
        {
            account = new Account { Id = person.Id };
            db.Add(account);
        }

        account.PasswordHash = passwords.Hash(plain!);
        account.PasswordSetAt = now;
        account.SecurityStamp = Guid.NewGuid().ToString();
        account.NeedsSecondFactor = plain!.Length < PasswordRules.Shortest;
        return account;
    }
}

/// <summary>Takes a person's password, authenticator, passkeys, tokens and sessions away, so that he can be let in anew with a one-time code.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="throttle">Forgets the failures counted at the account.</param>
/// <param name="time">The clock.</param>
public sealed class ResetAccount(WorkflowDb db, SignInThrottle throttle, TimeProvider time)
{
    /// <summary>Resets it; the caller knows that the actor may.</summary>
    /// <param name="actor">Who resets.</param>
    /// <param name="personId">Whose account.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Person>> RunAsync(Actor actor, Guid personId, CancellationToken ct)
    {
        var result = await db.OnceAsync<Person>(async () =>
        {
            if (await db.Set<Person>().SingleOrDefaultAsync(one => one.Id == personId, ct) is not { } person)
            {
                return Refusals.NotVisible;
            }

            var now = time.GetUtcNow().UtcDateTime;
            // Passkeys, outside identities and recovery codes go with the account.
            db.RemoveRange(await db.Set<Account>().Where(one => one.Id == personId).ToListAsync(ct));
            foreach (var token in await db.Set<ApiToken>().Where(one => one.PersonId == personId && one.RevokedAt == null).ToListAsync(ct))
            {
                token.RevokedAt = now;
            }

            await Sessions.EndWithActAsync(db, personId, null, SessionEnd.Closed, now, ct);
            db.Record(now, actor, null, "account.reset", null, null, person.FullName);
            await db.SaveChangesAsync(ct);
            return person;
        });
        if (result.Done)
        {
            await throttle.ForgetAsync(SignInThrottle.Of(result.Value.Email), ct);
        }

        return result;
    }
}
