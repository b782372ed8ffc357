using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Directives.Verification;

/// <summary>An authority's list of revoked certificates (RFC 5280, 5), version 1 or 2, complete (no delta).</summary>
public sealed class RevocationList
{
    private readonly byte[] issuer;
    private readonly byte[] signedPart;
    private readonly byte[] signature;
    private readonly string algorithm;
    private readonly IReadOnlyDictionary<BigInteger, DateTime> revoked;

    private RevocationList(byte[] issuer, byte[] signedPart, string algorithm, byte[] signature, IReadOnlyDictionary<BigInteger, DateTime> revoked) =>
        (this.issuer, this.signedPart, this.algorithm, this.signature, this.revoked) = (issuer, signedPart, algorithm, signature, revoked);

    /// <summary>When it was made, UTC.</summary>
    public DateTime ThisUpdate { get; private init; }

    /// <summary>When the next is due, UTC; null: not said.</summary>
    public DateTime? NextUpdate { get; private init; }

    /// <summary>Reads a list, DER or PEM; null when it is none.</summary>
    /// <param name="file">The file.</param>
    public static RevocationList? Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return Parse(PemEncoding.TryFind(System.Text.Encoding.Latin1.GetString(file), out var pem)
                ? Convert.FromBase64String(System.Text.Encoding.Latin1.GetString(file)[pem.Base64Data])
                : file);
        }
        catch (Exception damaged) when (damaged is AsnContentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether it is this authority's: its name, and signed with its key by an algorithm that still counts.</summary>
    /// <param name="authority">The authority.</param>
    public bool IsOf(X509Certificate2 authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        if (!authority.SubjectName.RawData.AsSpan().SequenceEqual(issuer) || SignatureAlgorithms.HashOf(algorithm) is not { } hash)
        {
            return false;
        }

        using var rsa = authority.GetRSAPublicKey();
        using var ecdsa = authority.GetECDsaPublicKey();
        return rsa?.VerifyData(signedPart, signature, hash, RSASignaturePadding.Pkcs1)
            ?? ecdsa?.VerifyData(signedPart, signature, hash, DSASignatureFormat.Rfc3279DerSequence)
            ?? false;
    }

    /// <summary>When a certificate of this authority was revoked, UTC; null: it is not on the list.</summary>
    /// <param name="certificate">The certificate.</param>
    public DateTime? RevokedAt(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return revoked.TryGetValue(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true), out var at) ? at : null;
    }

    private static RevocationList Parse(byte[] der)
    {
        var list = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        var signedPart = list.PeekEncodedValue().ToArray();
        var body = list.ReadSequence();
        var algorithm = list.ReadSequence().ReadObjectIdentifier();
        var signature = list.ReadBitString(out _);
        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            body.ReadInteger();
        }

        if (body.ReadSequence().ReadObjectIdentifier() != algorithm)
        {
            throw new AsnContentException("The two algorithms of the list differ.");
        }

        var issuer = body.ReadEncodedValue().ToArray();
        var made = Time(body);
        var next = body.HasData && IsTime(body.PeekTag()) ? Time(body) : (DateTime?)null;
        var revoked = new Dictionary<BigInteger, DateTime>();
        for (var entries = Entries(body); entries?.HasData == true;)
        {
            var entry = entries.ReadSequence();
            revoked.TryAdd(entry.ReadInteger(), Time(entry));
        }

        return new RevocationList(issuer, signedPart, algorithm, signature, revoked) { ThisUpdate = made, NextUpdate = next };
    }

    private static AsnReader? Entries(AsnReader body) =>
        body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? body.ReadSequence() : null;

    private static bool IsTime(Asn1Tag tag) => tag.HasSameClassAndValue(Asn1Tag.UtcTime) || tag.HasSameClassAndValue(Asn1Tag.GeneralizedTime);

    private static DateTime Time(AsnReader reader) =>
        (reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime()).UtcDateTime;
}
