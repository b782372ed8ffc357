using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Directives.Tests.Signing.Pades;

/// <summary>An authority made for a test, and what it issues.</summary>
internal sealed class TestAuthority : IDisposable
{
    public static readonly DateTime Now = new(2026, 3, 10, 1, 0, 0, DateTimeKind.Utc);

    private const string SignatureUse = "2.5.29.15";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private byte serial = 1;

    public TestAuthority(string name = "Cơ quan chứng thực của phép thử")
    {
        var request = new CertificateRequest($"CN={name}, C=VN", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Certificate = request.CreateSelfSigned(Now.AddYears(-5), Now.AddYears(20));
    }

    public X509Certificate2 Certificate { get; }

    public ECDsa Key => key;

    public TestSigner Signer(string name, bool rsa = false, DateTime? from = null, DateTime? until = null, Action<CertificateRequest>? further = null) =>
        Signer(name, rsa ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256), from, until, further);

    public TestSigner Signer(
        string name, AsymmetricAlgorithm of, DateTime? from = null, DateTime? until = null, Action<CertificateRequest>? further = null)
    {
        var subject = new X500DistinguishedName($"CN={name}, C=VN");
        var request = of is RSA rsa
            ? new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)of, HashAlgorithmName.SHA256);
        further?.Invoke(request);
        if (request.CertificateExtensions.All(one => one.Oid?.Value != SignatureUse))
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        }

        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(
            Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single()));
        var certificate = request.Create(
            Certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(key),
            from ?? Now.AddYears(-1),
            until ?? Now.AddYears(3),
            [1, serial++]);
        return new TestSigner(certificate, of);
    }

    public void Dispose()
    {
        key.Dispose();
        Certificate.Dispose();
    }
}
