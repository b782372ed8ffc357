using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.People.Accounts;
using Workflow.Directives.Sample;

namespace Workflow.Web.SignIn;

/// <summary>Looks at what somebody proves himself with. Counts nothing: whoever asks has counted the try before.</summary>
internal sealed class SignInProofs(
    WorkflowDb db, Passwords passwords, Passkeys passkeys, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector seeds = protection.CreateProtector("Accounts.AuthenticatorSeed");

    /// <summary>Whether the password is the account's. A hash made with fewer rounds than now is made anew, but for the trial password: it is public.</summary>
    /// <param name="account">The account; null costs the same time and is never right.</param>
    public async Task<bool> PasswordAsync(Account? account, string? typed, CancellationToken ct)
    {
        var found = passwords.Compare(account, typed);
        if (account is not null && found == PasswordVerificationResult.SuccessRehashNeeded && Passwords.Plain(typed) is { } plain and not TrialAccounts.Password)
        {
            var (old, hash) = (account.PasswordHash, passwords.Hash(plain));
            await db.Set<Account>().Where(one => one.Id == account.Id && one.PasswordHash == old)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.PasswordHash, hash), ct);
        }

        return found != PasswordVerificationResult.Failed;
    }

    /// <summary>Whether the code is one of the account's authenticator and was not used before; it is used up by this.</summary>
    public async Task<bool> CodeAsync(Account account, string? typed, CancellationToken ct)
    {
        if (account.AuthenticatorSeed is not { } kept
            || TimeCode.Match(Open(kept), typed, time.GetUtcNow().UtcDateTime, account.LastCodeStep) is not { } step)
        {
            return false;
        }

        // Of two requests with the same code at the same moment one finds the step taken.
        return await db.Set<Account>().Where(one => one.Id == account.Id && one.LastCodeStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCodeStep, step), ct) == 1;
    }

    /// <summary>Whose passkey answered a challenge; null when nobody's did.</summary>
    public Task<Guid?> PasskeyAsync(string? ticket, string? answer, CancellationToken ct) => passkeys.ProveAsync(ticket, answer, ct);

    /// <summary>The seed as the store keeps it: useless without the keys of the data directory.</summary>
    public string Protect(ReadOnlySpan<byte> seed) => Convert.ToBase64String(seeds.Protect(seed.ToArray()));

    /// <summary>The seed itself.</summary>
    /// <exception cref="CryptographicException">The keys it was protected with are gone.</exception>
    public byte[] Open(string kept) => seeds.Unprotect(Convert.FromBase64String(kept));
}
