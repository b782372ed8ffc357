using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Verification;

/// <summary>The CMS of one signature: whether it is over these bytes, by this certificate, with algorithms that count.</summary>
internal sealed class SignatureCheck
{
    private const string MessageDigest = "1.2.840.113549.1.9.4";

    private const string ContentType = "1.2.840.113549.1.9.3";

    private readonly List<FileFinding> findings = [];

    private SignatureCheck()
    {
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FileFinding> Findings => findings;

    /// <summary>The signer's certificate, or null.</summary>
    public X509Certificate2? Certificate { get; private set; }

    /// <summary>All certificates that came with it.</summary>
    public X509Certificate2Collection Others { get; private set; } = [];

    /// <summary>The signer's part of the CMS, or null when it could not be read.</summary>
    public SignerInfo? Signer { get; private set; }

    /// <summary>Hash and key in words.</summary>
    public string Algorithm { get; private set; } = "";

    /// <summary>Checks a signature.</summary>
    /// <param name="bytes">What it covers, and the CMS.</param>
    /// <param name="bound">Whether it has to name its certificate among what it signs, as PAdES says.</param>
    public static SignatureCheck Of(SignedBytes bytes, bool bound)
    {
        var check = new SignatureCheck();
        try
        {
            var cms = new SignedCms(new ContentInfo(bytes.Content), detached: true);
            cms.Decode(bytes.Signature);
            if (cms.SignerInfos is [var signer] && CmsShape.IsSound(bytes.Signature))
            {
                check.Run(cms, signer, bytes.Content, bound);
            }
            else
            {
                check.findings.Add(SignatureFindings.Encoding);
            }
        }
        catch (Exception damaged) when (damaged is CryptographicException or AsnContentException)
        {
            check.findings.Add(SignatureFindings.Encoding);
        }

        return check;
    }

    private void Run(SignedCms cms, SignerInfo signer, byte[] content, bool bound)
    {
        (Signer, Others, Certificate) = (signer, cms.Certificates, signer.Certificate);
        if (Certificate is null)
        {
            findings.Add(SignatureFindings.NoCertificate);
            return;
        }

        Algorithm = SignatureAlgorithms.Say(signer.DigestAlgorithm.Value, Certificate);
        if (SignatureAlgorithms.HashOf(signer.DigestAlgorithm.Value) is not { } hash || !IsStrong(signer))
        {
            findings.Add(SignatureFindings.Weak);
            return;
        }

        if (Attribute(signer, ContentType) is null || Attribute(signer, MessageDigest) is not { } digest
            || !new AsnReader(digest, AsnEncodingRules.DER).ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(hash, content)))
        {
            findings.Add(SignatureFindings.Digest);
        }
        else if (!IsMadeByItsKey(signer))
        {
            findings.Add(SignatureFindings.Broken);
        }
        else if (Attribute(signer, CadesSignature.SigningCertificate) is { } named ? !Names(named, Certificate) : bound)
        {
            findings.Add(SignatureFindings.Binding);
        }

        foreach (var unsigned in signer.UnsignedAttributes)
        {
            if (unsigned.Oid.Value != CadesSignature.Timestamp)
            {
                findings.Add(SignatureFindings.Encoding);
            }
        }
    }

    private static bool IsStrong(SignerInfo signer) =>
        signer.SignatureAlgorithm.Value is SignatureAlgorithms.Pss or "1.2.840.113549.1.1.1" or "1.2.840.10045.2.1"
        || SignatureAlgorithms.HashOf(signer.SignatureAlgorithm.Value) is not null;

    private static bool IsMadeByItsKey(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The one value of a signed attribute; null when it is missing or given more than once.</summary>
    private static byte[]? Attribute(SignerInfo signer, string oid) =>
        signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(one => one.Oid.Value == oid).ToList() is [{ Values: [var only] }] ? only.RawData : null;

    /// <summary>Whether a SigningCertificateV2 (RFC 5035) names a certificate first.</summary>
    private static bool Names(byte[] attribute, X509Certificate2 certificate)
    {
        var id = new AsnReader(attribute, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
        var hash = id.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)
            ? SignatureAlgorithms.HashOf(id.ReadSequence().ReadObjectIdentifier())
            : HashAlgorithmName.SHA256;
        return hash is { } known
            && id.ReadOctetString().AsSpan().SequenceEqual(CryptographicOperations.HashData(known, certificate.RawDataMemory.Span));
    }
}
