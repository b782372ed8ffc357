using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;
using Workflow.Directives.Verification.Changes;

namespace Workflow.Directives.Verification;

/// <summary>
/// Says of a PDF who signed it and whether it is still what they signed. Three questions, each answered on its own: does every signature cover its
/// revision exactly and hold (ETSI EN 319 102-1); was anything changed after the first one beyond what it allows; may the certificates be believed.
/// Nothing is fetched, stored or repaired.
/// </summary>
public static class FileVerification
{
    /// <summary>Verifies a file.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="anchors">Whom to believe.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="heldSince">Since when this office has held this very file, by its own record: proof that it was signed before; null: unknown.</param>
    public static VerifiedFile Verify(byte[] pdf, TrustAnchors anchors, DateTime now, DateTime? heldSince = null)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        ArgumentNullException.ThrowIfNull(anchors);
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
        try
        {
            var file = PdfFile.Read(pdf);
            var found = FoundSignature.In(file);
            var check = new CertificateCheck(anchors, now, heldSince);
            var changes = found.Count == 0 ? [] : FileChanges.After(file, found);
            return new VerifiedFile(
                hash, file.Revisions.Count, [.. found.Select(one => Signature(file, one, check, anchors, changes))], [.. Whole(file, found, changes)]);
        }
        catch (PdfFormatException damaged)
        {
            return new VerifiedFile(hash, 0, [], [FileFindings.Unreadable(damaged.Message)]);
        }
    }

    private static VerifiedSignature Signature(
        PdfFile file, FoundSignature found, CertificateCheck certificates, TrustAnchors anchors, IReadOnlyList<FileChange> changes)
    {
        var findings = changes.Where(one => one.Revision > found.Revision.Index).Select(one => one.Finding).ToList();
        var signature = new VerifiedSignature
        {
            Field = found.Field,
            Capacity = found.Text("Reason"),
            Revision = found.Revision.Index + 1,
            CoversWholeFile = found.Revision == file.Last && file.Trailing == 0,
            Findings = findings,
        };
        var format = (found.Dictionary?["SubFilter"] as PdfName)?.Value;
        if (found.Dictionary is not null && format is not ("ETSI.CAdES.detached" or "adbe.pkcs7.detached"))
        {
            findings.Add(format == "adbe.pkcs7.sha1" ? SignatureFindings.Weak : SignatureFindings.Format);
            return signature;
        }

        var (bytes, wrong) = SignedBytes.Take(file, found);
        if (bytes is null)
        {
            findings.Add(wrong!);
            return signature with { CoversWholeFile = false };
        }

        var check = SignatureCheck.Of(bytes, bound: format == "ETSI.CAdES.detached");
        var time = SignatureTime.Of(check.Signer, found.Text("M"), anchors);
        findings.AddRange(check.Findings);
        findings.AddRange(time.Finding is { } late ? [late] : []);
        signature = signature with { At = time.At, TimeSource = time.Source, Algorithm = check.Algorithm };
        try
        {
            return check.Certificate is { } certificate
                ? ByWhom(signature, certificate, [.. certificates.Findings(certificate, check.Others, time)])
                : signature;
        }
        catch (CryptographicException)
        {
            // Parts of a certificate are read only when asked for; a damaged one says so here.
            findings.Add(SignatureFindings.Encoding);
            return signature;
        }
    }

    private static VerifiedSignature ByWhom(VerifiedSignature signature, X509Certificate2 certificate, IReadOnlyList<FileFinding> findings) => signature with
    {
        Signer = certificate.GetNameInfo(X509NameType.SimpleName, false),
        Issuer = certificate.GetNameInfo(X509NameType.SimpleName, true),
        Thumbprint = Signing.Certificates.SigningCertificate.ThumbprintOf(certificate),
        Findings = [.. signature.Findings, .. findings],
    };

    private static IEnumerable<FileFinding> Whole(PdfFile file, IReadOnlyList<FoundSignature> found, IReadOnlyList<FileChange> changes)
    {
        if (found.Count == 0)
        {
            yield return FileFindings.NotSigned;
        }
        else if (file.Trailing > 0)
        {
            yield return FileFindings.Trailing(file.Trailing);
        }

        foreach (var change in changes)
        {
            yield return change.Finding;
        }

        if (found.Count > 0 && ActiveContent.In(file.Last))
        {
            yield return FileFindings.Active;
        }

        var empty = PdfField.Of(file.Last).Where(one => one.Type == "Sig" && one.Dictionary["V"] is null).Select(one => one.Name).ToList();
        if (found.Count > 0 && empty.Contains(DirectiveFields.Seal))
        {
            yield return FileFindings.SealMissing;
        }

        if (found.Count > 0 && empty.Contains(DirectiveFields.Signer))
        {
            yield return FileFindings.SignerMissing;
        }
    }
}
