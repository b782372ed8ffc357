using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>An operator accepts an authority: signatures with its certificates count from now on.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class TrustAuthority(WorkflowDb db, TimeProvider time)
{
    /// <summary>Accepts it.</summary>
    /// <param name="file">Its certificate, DER or PEM.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<TrustedAuthority>> RunAsync(byte[] file, CancellationToken ct) => db.OnceAsync<TrustedAuthority>(async () =>
    {
        if (Read(file) is not { } certificate)
        {
            return CertificateRefusals.NotOpened;
        }

        if (!certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(one => one.CertificateAuthority))
        {
            return CertificateRefusals.Unfit("không phải chứng thư số của cơ quan chứng thực", "it is not an authority's");
        }

        var now = time.GetUtcNow().UtcDateTime;
        var row = TrustedAuthority.Of(certificate, now);
        if (await db.Set<TrustedAuthority>().AnyAsync(one => one.Thumbprint == row.Thumbprint, ct))
        {
            return CertificateRefusals.Known;
        }

        db.Add(row);
        db.Record(now, Actor.System, null, "certificate.authority-trusted", null, null, $"{row.Subject}, {row.Thumbprint[..16]}");
        await db.SaveChangesAsync(ct);
        return row;
    });

    private static X509Certificate2? Read(byte[] file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(file);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
