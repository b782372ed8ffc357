using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>
/// Opens the key of the one certificate that a person signs, or the organ seals, with at this moment. The PIN comes with each act and opens the key
/// for that act alone: that is the fresh proof of who acts. Nothing is written.
/// </summary>
/// <param name="db">Where the certificates are.</param>
/// <param name="attempts">Wrong PINs so far.</param>
/// <param name="time">The clock.</param>
public sealed class OpenSigningKey(WorkflowDb db, PinAttempts attempts, TimeProvider time)
{
    /// <summary>The actor's own key. Ask before the act begins to save, and dispose what you get after it.</summary>
    /// <param name="actor">Who signs.</param>
    /// <param name="pin">The PIN as typed, or null.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<ISigner>> OfPersonAsync(Actor actor, string? pin, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return OpenAsync(actor, actor.PersonId ?? throw new ArgumentException("Only a person signs.", nameof(actor)), pin, ct);
    }

    /// <summary>The key of the organ's seal, opened by whoever may seal.</summary>
    /// <param name="actor">Who seals.</param>
    /// <param name="pin">The PIN of the seal as typed, or null.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<ISigner>> OfSealAsync(Actor actor, string? pin, CancellationToken ct) => OpenAsync(actor, null, pin, ct);

    /// <summary>The certificate that would be used now, to show before the PIN is asked; or why there is none.</summary>
    /// <param name="personId">Whose; null: the organ's seal.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<SigningCertificate>> FindAsync(Guid? personId, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var all = await db.Set<SigningCertificate>().AsNoTracking().Where(one => one.PersonId == personId).OrderByDescending(one => one.RegisteredAt)
            .ThenByDescending(one => one.NotAfter).ToListAsync(ct);
        if (all.Find(one => one.RevokedAt is null && one.NotBefore <= now && now <= one.NotAfter) is { } good)
        {
            return good;
        }

        return all.FirstOrDefault() switch
        {
            null => CertificateRefusals.None,
            { RevokedAt: { } at } => CertificateRefusals.Revoked(at),
            { NotBefore: var from } when from > now => CertificateRefusals.NotYetValid(from),
            { NotAfter: var until } => CertificateRefusals.Expired(until),
        };
    }

    private async Task<Result<ISigner>> OpenAsync(Actor actor, Guid? personId, string? pin, CancellationToken ct)
    {
        var found = await FindAsync(personId, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrEmpty(pin))
        {
            return CertificateRefusals.PinNeeded;
        }

        var (person, row) = (actor.PersonId ?? Guid.Empty, found.Value);
        if (attempts.Begin(person, row.Id) is { } until)
        {
            return CertificateRefusals.PinLocked(until);
        }

        var opened = row.Kind == SigningKeyKind.Pkcs11 ? Pkcs11Signer.Open(row, pin)
            : Pkcs12Signer.Open(row, pin) is { } signer ? Result.Of<ISigner>(signer)
            : CertificateRefusals.PinWrong;
        if (opened.Done)
        {
            attempts.Succeed(person, row.Id);
        }
        else if (opened.Refusal != CertificateRefusals.PinWrong)
        {
            attempts.TakeBack(person, row.Id);
        }

        return opened;
    }
}
