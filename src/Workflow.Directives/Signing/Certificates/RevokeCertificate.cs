using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>An operator says that a certificate no longer signs: key lost, post left, certificate replaced.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class RevokeCertificate(WorkflowDb db, TimeProvider time)
{
    /// <summary>Revokes it from this moment on; what was signed before stays signed.</summary>
    /// <param name="thumbprint">SHA-256 of the certificate, or its first 16 digits or more.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<SigningCertificate>> RunAsync(string thumbprint, string? reason, CancellationToken ct) => db.OnceAsync<SigningCertificate>(async () =>
    {
        const int FewestDigits = 16;
        if (Field.Clean(reason, Field.ReasonLength) is not { } why)
        {
            return Refusals.Field("Lý do thu hồi", "Reason of the revocation", Field.ReasonLength);
        }

        var meant = await db.Set<SigningCertificate>().Where(one => one.Thumbprint.StartsWith(thumbprint)).Take(2).ToListAsync(ct);
        if (thumbprint.Length < FewestDigits || meant is not [var row])
        {
            return CertificateRefusals.NotFound;
        }

        if (row.RevokedAt is { } already)
        {
            return CertificateRefusals.Revoked(already);
        }

        var now = time.GetUtcNow().UtcDateTime;
        (row.RevokedAt, row.RevokedReason) = (now, why);
        db.Record(now, Actor.System, null, "certificate.revoked", null, null, $"{row.Subject}, {row.Thumbprint[..FewestDigits]}: {why}");
        await db.SaveChangesAsync(ct);
        return row;
    });
}
