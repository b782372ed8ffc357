using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>What somebody who is signed in proves himself with anew. One is enough.</summary>
/// <param name="Password">The password.</param>
/// <param name="Code">A code of the authenticator.</param>
/// <param name="Passkey">A passkey's answer, as JSON.</param>
/// <param name="Ticket">Ticket of the challenge that the passkey answers (<see cref="Passkeys.AskAsync"/>).</param>
internal sealed record IdentityProof(string? Password, string? Code, string? Passkey = null, string? Ticket = null)
{
    /// <summary>Whether anything was given.</summary>
    public bool Given => !string.IsNullOrEmpty(Password) || !string.IsNullOrWhiteSpace(Code) || !string.IsNullOrEmpty(Passkey);
}

/// <summary>A fresh proof that whoever acts is who signed in, asked for at acts that cannot be taken back.</summary>
internal sealed class ConfirmIdentity(WorkflowDb db, SignInThrottle throttle, SignInProofs proofs, SignInOrigin origin, SessionRenewal renewal)
{
    /// <summary>Looks at a proof.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="proof">What was given.</param>
    /// <returns>Null when it is good.</returns>
    public async Task<Refusal?> RunAsync(Actor actor, IdentityProof proof, CancellationToken ct)
    {
        if (!proof.Given)
        {
            return AccountRefusals.IdentityWanted;
        }

        if (await db.Set<Person>().Where(one => one.Id == actor.PersonId).Select(one => one.Email).SingleOrDefaultAsync(ct) is not { } email)
        {
            return AccountRefusals.NotConfirmed;
        }

        var name = SignInThrottle.Of(email);
        var from = origin.At(name);
        if (await throttle.BeginAsync(name, from, ct) is { } wait)
        {
            return AccountRefusals.IdentitySlowed(wait);
        }

        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == actor.PersonId, ct);
        if (!await GoodAsync(account, proof, ct))
        {
            return AccountRefusals.NotConfirmed;
        }

        await throttle.SucceedAsync(name, from, ct);
        await renewal.RunAsync(ct);
        return null;
    }

    private async Task<bool> GoodAsync(Account? account, IdentityProof proof, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(proof.Passkey))
        {
            return account is not null && await proofs.PasskeyAsync(proof.Ticket, proof.Passkey, ct) == account.Id;
        }

        return string.IsNullOrEmpty(proof.Password)
            ? account is not null && await proofs.CodeAsync(account, proof.Code, ct)
            : await proofs.PasswordAsync(account, proof.Password, ct);
    }
}
