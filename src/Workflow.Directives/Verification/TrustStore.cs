using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Signing.Certificates;

namespace Workflow.Directives.Verification;

/// <summary>Whom this office believes, from its own records.</summary>
public static class TrustStore
{
    /// <summary>The authorities accepted here, and the standing of every certificate registered here.</summary>
    /// <param name="db">The store.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<TrustAnchors> TrustAnchorsAsync(this WorkflowDb db, CancellationToken ct)
    {
        var authorities = await db.Set<TrustedAuthority>().AsNoTracking().ToListAsync(ct);
        var known = await db.Set<SigningCertificate>().AsNoTracking()
            .Select(one => new KnownCertificate(one.Thumbprint, one.RevokedAt)).ToListAsync(ct);
        return new TrustAnchors([.. authorities.Select(one => one.Open())], known, []);
    }
}
