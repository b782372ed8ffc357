using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>How a try to sign in ended.</summary>
/// <param name="Person">Who is known now; null: nobody.</param>
/// <param name="Ticket">What to bring along with the second factor, when it is still wanted.</param>
/// <param name="Wait">How long to wait before the next try.</param>
internal sealed record SignInTried(Guid? Person, string? Ticket, TimeSpan? Wait)
{
    public static SignInTried Refused { get; } = new(null, null, null);
}

/// <summary>Signs in with address and password, then with a code where an authenticator is enrolled. Says of a wrong try only that it was wrong.</summary>
internal sealed class SignInByPassword(
    WorkflowDb db, SignInThrottle throttle, SignInProofs proofs, SignInOrigin origin, IDataProtectionProvider protection)
{
    /// <summary>How long the second factor may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("SignIn.SecondFactor").ToTimeLimitedDataProtector();

    /// <summary>Looks at address and password.</summary>
    public async Task<SignInTried> PasswordAsync(string? email, string? password, CancellationToken ct)
    {
        const int LongestEmail = 254;
        if (string.IsNullOrWhiteSpace(email) || email.Length > LongestEmail || string.IsNullOrEmpty(password))
        {
            return SignInTried.Refused;
        }

        var name = SignInThrottle.Of(email);
        var from = origin.At(name);
        if (await throttle.BeginAsync(name, from, ct) is { } wait)
        {
            return new SignInTried(null, null, wait);
        }

        var typed = email.Trim();
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(one => EF.Functions.Collate(one.Email, "NOCASE") == typed && one.DisabledAt == null, ct);
        var account = person is null ? null : await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == person.Id, ct);
        if (!await proofs.PasswordAsync(account, password, ct))
        {
            return SignInTried.Refused;
        }

        if (account!.AuthenticatorSeed is not null)
        {
            // The failure stays counted until the second factor is good, too.
            return new SignInTried(null, tickets.Protect(string.Create(CultureInfo.InvariantCulture, $"{account.Id}"), Patience), null);
        }

        await throttle.SucceedAsync(name, from, ct);
        origin.Remember(name);
        return new SignInTried(account.Id, null, null);
    }

    /// <summary>Looks at the second factor: a code of the authenticator or a recovery code.</summary>
    /// <param name="ticket">What <see cref="PasswordAsync"/> gave.</param>
    /// <param name="code">What was typed.</param>
    public async Task<SignInTried> CodeAsync(string? ticket, string? code, CancellationToken ct)
    {
        if (Open(ticket) is not { } id || await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.DisabledAt == null, ct) is not { } person
            || await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { AuthenticatorSeed: not null } account)
        {
            return SignInTried.Refused;
        }

        var name = SignInThrottle.Of(person.Email);
        var from = origin.At(name);
        if (await throttle.BeginAsync(name, from, ct) is { } wait)
        {
            return new SignInTried(null, null, wait);
        }

        if (!await proofs.CodeAsync(account, code, ct) && !await RecoveryCode.UseAsync(db, id, code ?? "", ct))
        {
            return new SignInTried(null, ticket, null);
        }

        await throttle.SucceedAsync(name, from, ct);
        origin.Remember(name);
        return new SignInTried(id, null, null);
    }

    /// <summary>Looks at a passkey, which is two factors in one: the device, and whoever it recognises.</summary>
    /// <param name="ticket">Ticket of the challenge.</param>
    /// <param name="answer">The browser's answer, as JSON.</param>
    public async Task<SignInTried> PasskeyAsync(string? ticket, string? answer, CancellationToken ct)
    {
        if (await proofs.PasskeyAsync(ticket, answer, ct) is not { } id
            || await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.DisabledAt == null, ct) is not { } person)
        {
            return SignInTried.Refused;
        }

        // Nobody guesses a passkey, so nothing was counted; what others failed at this account holds its owner up no longer.
        var name = SignInThrottle.Of(person.Email);
        await throttle.SucceedAsync(name, origin.At(name), ct);
        origin.Remember(name);
        return new SignInTried(id, null, null);
    }

    private Guid? Open(string? ticket)
    {
        try
        {
            return ticket is { Length: > 0 and < 1_000 } ? Guid.Parse(tickets.Unprotect(ticket)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
