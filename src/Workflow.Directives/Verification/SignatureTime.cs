using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Verification;

/// <summary>When a signature was made, and how that is known.</summary>
/// <param name="At">The time, UTC; null when nothing says it.</param>
/// <param name="Source">How it is known.</param>
/// <param name="Finding">What is wrong with it, or null.</param>
internal sealed record SignatureTime(DateTime? At, TimeSource Source, FileFinding? Finding)
{
    private static readonly string[] Forms = ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMdd"];

    /// <summary>The timestamp's time when there is one that holds, otherwise the claimed one.</summary>
    /// <param name="signer">The signer's part of the CMS; null when it could not be read.</param>
    /// <param name="claimed">What the file says (/M).</param>
    /// <param name="anchors">Whom to believe.</param>
    public static SignatureTime Of(SignerInfo? signer, string? claimed, TrustAnchors anchors)
    {
        var said = Date(claimed);
        var tokens = signer?.UnsignedAttributes.Cast<CryptographicAttributeObject>()
            .Where(one => one.Oid.Value == CadesSignature.Timestamp).SelectMany(one => one.Values.Cast<AsnEncodedData>()).ToList() ?? [];
        return tokens.Count == 0
            ? new SignatureTime(said, said is null ? TimeSource.None : TimeSource.Claimed, said is null ? SignatureFindings.NoTime : null)
            : Stamped(signer!, tokens[0].RawData, anchors, said);
    }

    private static SignatureTime Stamped(SignerInfo signer, byte[] raw, TrustAnchors anchors, DateTime? said)
    {
        if (!Rfc3161TimestampToken.TryDecode(raw, out var token, out var read) || read != raw.Length || !CmsShape.IsSound(raw, isTimestamp: true)
            || !token.VerifySignatureForSignerInfo(signer, out var by)
            || SignatureAlgorithms.HashOf(token.TokenInfo.HashAlgorithmId.Value) is null)
        {
            return new SignatureTime(said, said is null ? TimeSource.None : TimeSource.Claimed, SignatureFindings.TimestampBroken);
        }

        var at = token.TokenInfo.Timestamp.UtcDateTime;
        return CertificateChain.Build(by, token.AsSignedCms().Certificates, anchors, at).Trusted
            ? new SignatureTime(at, TimeSource.Timestamp, null)
            : new SignatureTime(said ?? at, TimeSource.Claimed, SignatureFindings.TimestampUntrusted);
    }

    /// <summary>A date of ISO 32000-1, 7.9.4, UTC; null when it is none.</summary>
    internal static DateTime? Date(string? text)
    {
        if (text is null || !text.StartsWith("D:", StringComparison.Ordinal))
        {
            return null;
        }

        // D:20260310080000+07'00' and its shorter forms; without a zone it is taken as UTC.
        var plain = text[2..].Replace("'", "", StringComparison.Ordinal).TrimEnd('Z');
        const int HourZone = 17;
        plain = plain.Length == HourZone && plain[14] is '+' or '-' ? plain + "00" : plain;
        return DateTimeOffset.TryParseExact(plain, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.UtcDateTime
            : null;
    }
}
