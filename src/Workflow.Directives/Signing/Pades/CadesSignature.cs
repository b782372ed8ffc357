using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Directives.Signing.Pades;

/// <summary>
/// The signature itself: detached CMS (RFC 5652) with the signed attributes of CAdES baseline B (ETSI EN 319 122-1): content type, message
/// digest and the hash of the signer's certificate (RFC 5035). The time of signing is not among them; PAdES puts it into the file.
/// </summary>
internal static class CadesSignature
{
    /// <summary>SHA-256.</summary>
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>id-aa-signingCertificateV2.</summary>
    public const string SigningCertificate = "1.2.840.113549.1.9.16.2.47";

    /// <summary>id-aa-signatureTimeStampToken.</summary>
    public const string Timestamp = "1.2.840.113549.1.9.16.2.14";

    private const int Overhead = 3072;

    private const int TimestampRoom = 12_288;

    /// <summary>Bytes to reserve for a signature of a signer.</summary>
    public static int Room(ISigner signer, bool timestamped) =>
        Overhead + signer.Certificate.RawDataMemory.Length + signer.Chain.Sum(one => one.RawDataMemory.Length) + (timestamped ? TimestampRoom : 0);

    /// <summary>Signs.</summary>
    /// <param name="content">What is signed; it does not become part of the signature.</param>
    /// <param name="signer">Who signs.</param>
    public static SignedCms Sign(byte[] content, ISigner signer)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer.Certificate, signer.Key)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        by.Certificates.AddRange(signer.Chain.ToArray());
        by.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificate), CertificateId(signer.Certificate)));
        cms.ComputeSignature(by, silent: true);
        return cms;
    }

    /// <summary>The attribute that binds a signature to one certificate: SigningCertificateV2 with its SHA-256.</summary>
    public static byte[] CertificateId(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawDataMemory.Span));
        }

        return writer.Encode();
    }
}
