using System.Formats.Asn1;

namespace Workflow.Directives.Verification;

/// <summary>
/// The outer shape of a CMS signature (RFC 5652) in DER: one signer, one hash, nothing that means nothing. Libraries overlook much of this; what they
/// overlook could be changed without anybody noticing.
/// </summary>
internal static class CmsShape
{
    private const string SignedData = "1.2.840.113549.1.7.2";

    private const string Data = "1.2.840.113549.1.7.1";

    private const string TimestampInfo = "1.2.840.113549.1.9.16.1.4";

    private const int OfData = 1;

    private const int OfOther = 3;

    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0, true);

    private static readonly Asn1Tag Second = new(TagClass.ContextSpecific, 1, true);

    private static readonly Asn1Tag KeyId = new(TagClass.ContextSpecific, 0);

    /// <summary>Whether it has that shape.</summary>
    /// <param name="cms">The CMS.</param>
    /// <param name="isTimestamp">Whether it holds a timestamp (RFC 3161), instead of being detached from data.</param>
    public static bool IsSound(byte[] cms, bool isTimestamp = false)
    {
        try
        {
            return Check(cms, isTimestamp);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool Check(byte[] cms, bool isTimestamp)
    {
        var file = new AsnReader(cms, AsnEncodingRules.DER);
        var outer = file.ReadSequence();
        if (file.HasData || outer.ReadObjectIdentifier() != SignedData)
        {
            return false;
        }

        var wrapper = outer.ReadSequence(First);
        var signed = wrapper.ReadSequence();
        outer.ThrowIfNotEmpty();
        wrapper.ThrowIfNotEmpty();
        var version = (int)signed.ReadInteger();
        var hashes = signed.ReadSetOf();
        var hash = Algorithm(hashes.ReadSequence(), mayHaveParameters: false);
        hashes.ThrowIfNotEmpty();
        var isKind = IsOfKind(signed.ReadSequence(), isTimestamp);
        OnlyCertificates(signed.ReadSetOf(First));
        if (signed.PeekTag().HasSameClassAndValue(Second))
        {
            signed.ReadSetOf(Second);
        }

        var signers = signed.ReadSetOf();
        var (signerVersion, signerHash) = Signer(signers.ReadSequence());
        signers.ThrowIfNotEmpty();
        signed.ThrowIfNotEmpty();
        return isKind && hash == signerHash && version == (isTimestamp ? OfOther : signerVersion);
    }

    private static bool IsOfKind(AsnReader content, bool isTimestamp)
    {
        var kind = content.ReadObjectIdentifier();
        if (isTimestamp)
        {
            var wrapper = content.ReadSequence(First);
            wrapper.ReadOctetString();
            wrapper.ThrowIfNotEmpty();
        }

        content.ThrowIfNotEmpty();
        return kind == (isTimestamp ? TimestampInfo : Data);
    }

    private static (int Version, string Hash) Signer(AsnReader signer)
    {
        var version = (int)signer.ReadInteger();
        var byKey = signer.PeekTag().HasSameClassAndValue(KeyId);
        signer.ReadEncodedValue();
        var hash = Algorithm(signer.ReadSequence(), mayHaveParameters: false);
        signer.ReadSetOf(First);
        Algorithm(signer.ReadSequence(), mayHaveParameters: true);
        signer.ReadOctetString();
        if (signer.HasData)
        {
            signer.ReadSetOf(Second);
        }

        signer.ThrowIfNotEmpty();
        return version == (byKey ? OfOther : OfData) ? (version, hash) : throw new AsnContentException();
    }

    private static void OnlyCertificates(AsnReader certificates)
    {
        while (certificates.HasData)
        {
            certificates.ReadSequence();
        }
    }

    private static string Algorithm(AsnReader algorithm, bool mayHaveParameters)
    {
        var name = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData && !(mayHaveParameters && name == SignatureAlgorithms.Pss))
        {
            algorithm.ReadNull();
            algorithm.ThrowIfNotEmpty();
        }

        return name;
    }
}
