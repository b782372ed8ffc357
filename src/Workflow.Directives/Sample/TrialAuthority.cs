using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.Signing.Certificates;

namespace Workflow.Directives.Sample;

/// <summary>
/// The sample's own certificate authority, for trying signatures without a real one. Its PIN is printed here, so its signatures prove nothing to
/// anybody: every certificate says so in its name.
/// </summary>
public static class TrialAuthority
{
    /// <summary>PIN of every trial certificate, the seal's and the authority's own. Public.</summary>
    public const string Pin = "nam-binh-2026";

    /// <summary>Name of the authority, Vietnamese and English, as its certificate carries it.</summary>
    public const string Name = "CHỈ DÙNG THỬ - TRIAL ONLY - Tỉnh Nam Bình";

    /// <summary>Name on the certificate of the seal.</summary>
    public const string SealName = "Tỉnh ủy Nam Bình (CHỈ DÙNG THỬ - TRIAL ONLY)";

    // The PIN is public, so rounds protect nothing here and would only make starting slow.
    private const int Rounds = 1_000;

    private const int SerialBytes = 16;

    private static readonly DateTime From = new(2025, 6, 30, 17, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime Until = new(2045, 6, 30, 17, 0, 0, DateTimeKind.Utc);

    private static readonly Role[] Signing = [Role.Secretary, Role.DeputySecretary, Role.ChiefOfOffice];

    // Made once in a process: a sample is loaded for each of hundreds of tests, and is the same.
    private static readonly Lazy<(TrustedAuthority Authority, IReadOnlyList<SigningCertificate> Certificates)> Made = new(Make);

    /// <summary>Adds the authority and the certificates of everybody who signs and of the seal, to be saved with the people.</summary>
    /// <param name="db">The database.</param>
    internal static void AddTo(WorkflowDb db)
    {
        db.Add(TrustedAuthority.Of(Made.Value.Authority.Open(), From, Made.Value.Authority.TrialKey));
        db.AddRange(Made.Value.Certificates.Select(Copy));
    }

    /// <summary>Makes a trial certificate for somebody who signs since later, to be saved by the caller.</summary>
    /// <param name="db">A database with the sample.</param>
    /// <param name="person">Who.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<SigningCertificate> CertifyAsync(WorkflowDb db, Person person, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(person);
        var row = await db.Set<TrustedAuthority>().AsNoTracking().SingleAsync(one => one.TrialKey != null, ct);
        using var authority = row.Open();
        using var key = (ECDsa)StoredKey.Open(row.TrialKey!, Pin, authority)!;
        var certificate = Issue(authority, key, person.FullName, person.Id, Guid.CreateVersion7());
        db.Add(certificate);
        return certificate;
    }

    private static (TrustedAuthority Authority, IReadOnlyList<SigningCertificate> Certificates) Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(NameOf(Name), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var authority = request.CreateSelfSigned(From, Until);
        var people = SamplePeople.All.Where(one => one.Roles.Any(Signing.Contains))
            .Select(one => Issue(authority, key, one.Name, one.Id, SampleProvince.IdOf("certificate/" + one.Email)));
        var seal = Issue(authority, key, SealName, null, SampleProvince.IdOf("certificate/seal"));
        return (TrustedAuthority.Of(authority, From, StoredKey.Encrypt(key, Pin, Rounds)), [.. people, seal]);
    }

    private static SigningCertificate Issue(X509Certificate2 authority, ECDsa key, string name, Guid? personId, Guid id)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(NameOf(name), own, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var certificate = request.Create(
            authority.SubjectName, X509SignatureGenerator.CreateForECDsa(key), From, Until, RandomNumberGenerator.GetBytes(SerialBytes));
        return SigningCertificate.Of(certificate, [], personId, new SigningKey(StoredKey.Encrypt(own, Pin, Rounds)), id, From);
    }

    private static X500DistinguishedName NameOf(string name)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(name);
        builder.AddOrganizationName("Tỉnh Nam Bình - TRIAL ONLY");
        builder.AddCountryOrRegion("VN");
        return builder.Build();
    }

    // A row belongs to the context it was added to; each sample gets its own.
    private static SigningCertificate Copy(SigningCertificate one) => new()
    {
        Id = one.Id,
        PersonId = one.PersonId,
        Kind = one.Kind,
        Subject = one.Subject,
        Issuer = one.Issuer,
        Serial = one.Serial,
        Thumbprint = one.Thumbprint,
        NotBefore = one.NotBefore,
        NotAfter = one.NotAfter,
        Certificate = one.Certificate,
        EncryptedKey = one.EncryptedKey,
        RegisteredAt = one.RegisteredAt,
    };
}
