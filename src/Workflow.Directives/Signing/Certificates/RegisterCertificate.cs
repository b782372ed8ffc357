using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>An operator registers the certificate with which a person signs, or the organ seals.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class RegisterCertificate(WorkflowDb db, TimeProvider time)
{
    /// <summary>Registers a PKCS#12 file. Its key is encrypted anew; the file is no longer needed.</summary>
    /// <param name="personId">Whose; null: the organ's seal.</param>
    /// <param name="file">The file.</param>
    /// <param name="password">Its password.</param>
    /// <param name="pin">PIN of the key from now on, at least 8 characters.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<SigningCertificate>> FromFileAsync(Guid? personId, byte[] file, string password, string pin, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(pin);
        if (pin.Length < StoredKey.ShortestPin)
        {
            return Task.FromResult<Result<SigningCertificate>>(CertificateRefusals.PinShort);
        }

        if (Read(file, password) is not { } read)
        {
            return Task.FromResult<Result<SigningCertificate>>(CertificateRefusals.NotOpened);
        }

        using var key = (AsymmetricAlgorithm?)read.Certificate.GetRSAPrivateKey() ?? read.Certificate.GetECDsaPrivateKey();
        return key is null
            ? Task.FromResult<Result<SigningCertificate>>(CertificateRefusals.Unfit("khóa không phải RSA hay ECDSA", "its key is neither RSA nor ECDSA"))
            : SaveAsync(personId, read.Certificate, read.Chain, new SigningKey(StoredKey.Encrypt(key, pin)), ct);
    }

    /// <summary>Registers a certificate whose key stays on a token.</summary>
    /// <param name="personId">Whose; null: the organ's seal.</param>
    /// <param name="module">Path of the PKCS#11 module.</param>
    /// <param name="token">Label of the token.</param>
    /// <param name="pin">The token's PIN, to see that the key is there; it is not kept.</param>
    /// <param name="thumbprint">SHA-256 of the certificate; null: the token has only one.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<SigningCertificate>> FromTokenAsync(
        Guid? personId, string module, string token, string pin, string? thumbprint, CancellationToken ct)
    {
        var on = Pkcs11Signer.Certificates(module, token, pin);
        if (on.Refusal is { } refusal)
        {
            return Task.FromResult<Result<SigningCertificate>>(refusal);
        }

        var meant = on.Value.Where(one => thumbprint is null || SigningCertificate.ThumbprintOf(one) == thumbprint).ToList();
        return meant is [var certificate]
            ? SaveAsync(personId, certificate, [], new SigningKey(null, Path.GetFullPath(module), token), ct)
            : Task.FromResult<Result<SigningCertificate>>(CertificateRefusals.NotFound);
    }

    private Task<Result<SigningCertificate>> SaveAsync(
        Guid? personId, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, SigningKey key, CancellationToken ct) =>
        db.OnceAsync<SigningCertificate>(async () =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            var thumbprint = SigningCertificate.ThumbprintOf(certificate);
            if (CertificateFitness.Refuse(certificate, now) is { } unfit)
            {
                return unfit;
            }

            if (await db.Set<SigningCertificate>().AnyAsync(one => one.Thumbprint == thumbprint, ct))
            {
                return CertificateRefusals.Known;
            }

            var row = SigningCertificate.Of(certificate, chain, personId, key, Guid.CreateVersion7(time.GetUtcNow()), now);
            db.Add(row);
            db.Record(now, Actor.System, null, "certificate.registered", null, null, $"{row.Subject}, {row.Thumbprint[..16]}");
            await db.SaveChangesAsync(ct);
            return row;
        });

    /// <summary>The certificate with the key, and the intermediate authorities that came with it.</summary>
    private static (X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Chain)? Read(byte[] file, string password)
    {
        try
        {
            var all = X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable);
            var own = all.FirstOrDefault(one => one.HasPrivateKey);
            return own is null ? null : (own, [.. all.Where(one => one != own && one.Subject != one.Issuer)]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
