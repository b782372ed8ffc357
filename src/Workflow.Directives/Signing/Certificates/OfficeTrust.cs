using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>Whom this office believes, by its own database.</summary>
public static class OfficeTrust
{
    /// <summary>The authorities it accepts and what it knows of the certificates registered here. No revocation lists: those are handed in.</summary>
    /// <param name="db">The database.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<TrustAnchors> ReadAsync(WorkflowDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var authorities = await db.Set<TrustedAuthority>().AsNoTracking().ToListAsync(ct);
        var known = await db.Set<SigningCertificate>().AsNoTracking()
            .Select(one => new KnownCertificate(one.Thumbprint, one.RevokedAt)).ToListAsync(ct);
        return new TrustAnchors([.. authorities.Select(one => one.Open())], known, []);
    }
}
