using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;
using Workflow.Directives.Signing.Pades;
using Workflow.Directives.Tests.Signing.Pades;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Tests.Verification;

/// <summary>
/// Forgeries of the signature itself: the classes of "1 Trillion Dollar Refund – How To Spoof PDF Signatures" (CCS 2019), and signatures made
/// with the wrong key, hash or certificate.
/// </summary>
public sealed class SignatureForgeryTests : IDisposable
{
    private readonly VerifiedOffice office = new();

    public void Dispose() => office.Dispose();

    /// <summary>Universal signature forgery: a dictionary that makes a careless reader skip the check.</summary>
    [Theory]
    [InlineData("/Contents <", "/Contentz <", "signature.value")]
    [InlineData("/ByteRange [", "/ByteRang3 [", "signature.value")]
    [InlineData("/SubFilter /ETSI.CAdES.detached", "/SubFilter /Unknown", "signature.format")]
    [InlineData("/SubFilter /ETSI.CAdES.detached", "/SubFilter /adbe.pkcs7.sha1", "algorithm.weak")]
    [InlineData("/SubFilter /ETSI.CAdES.detached", "/SubFilter /adbe.pkcs7.detached", "signature.digest")]
    public async Task Dictionary_Emptied(string what, string with, string code)
    {
        var forged = Forgery.Overwrite(await office.WholeAsync(), what, with);

        Bad(forged, code);
    }

    [Theory]
    [InlineData("[1 {0} {1} {2}]")]
    [InlineData("[0 {0} {1} -{2}]")]
    [InlineData("[0 {0} {1} {2}.5]")]
    [InlineData("[0 {0} {1} {2} 0]")]
    [InlineData("[0 {0} {1}]")]
    [InlineData("[{1} {2}]")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("(all)")]
    [Trait("BadInput", "38")]
    public async Task Range_ThatIsNone(string format)
    {
        var whole = await office.WholeAsync();
        var (_, before, after, rest) = Ranges(whole);
        var range = string.Format(CultureInfo.InvariantCulture, format, before, after, rest);
        var forged = Forgery.Overwrite(whole, $"[0 {before} {after} {rest}]".PadRight(40), range.PadRight(40));

        Bad(Forgery.Resign(forged, Ranges(whole), content => Cms(content, office.Seal)), "signature.range");
    }

    [Theory]
    [InlineData("ByteRange")]
    [InlineData("Contents")]
    public async Task Dictionary_ReplacedByOneWithout(string key)
    {
        var forged = Forgery.Update(await office.WholeAsync(), (update, last) =>
        {
            var at = (PdfReference)Forgery.Field(last, DirectiveFields.Seal).Field["V"]!;
            update.Replace(at, ((PdfDictionary)last.Get(at)!).With(key, null));
        });

        Bad(forged, "change.content");
    }

    /// <summary>Incremental saving attack with the signature copied along, so that readers find one in the newest revision.</summary>
    [Fact]
    [Trait("BadInput", "38")]
    public async Task Update_WithACopyOfTheSignature()
    {
        var forged = Forgery.Update(await office.WholeAsync(), (update, last) =>
        {
            var (field, widget) = Forgery.Field(last, DirectiveFields.Seal);
            update.Replace(field, widget.With("V", update.Add(last.Get((PdfReference)widget["V"]!)!)));
            update.Replace((PdfReference)Forgery.Page(last).Page["Contents"]!, PaperFile.Stream("BT (Khac) Tj ET"));
        });

        Bad(forged, "signature.range");
        Bad(forged, "change.signature");
        Bad(forged, "change.content");
    }

    /// <summary>Signature wrapping: the second signed part is moved down and what was put between is neither covered nor missed.</summary>
    [Fact]
    [Trait("BadInput", "38")]
    public async Task SignedPart_MovedAway()
    {
        var whole = await office.WholeAsync();
        var (_, before, after, rest) = Ranges(whole);
        var table = PdfFile.Read(whole).Last.Section.At;
        var between = new StringBuilder("\n6 0 obj\n<</Length 2>>\nstream\nBT\nendstream\nendobj\n");

        // The end of the file still names the old place of the table, so another table is put there.
        between.Append(' ', table - after - between.Length).Append(
            CultureInfo.InvariantCulture,
            $"xref\n6 1\n{after + 1:0000000000} 00000 n \ntrailer\n{Forgery.Trailer(whole)}\nstartxref\n{table}\n%%EOF\n");
        byte[] forged = [.. whole[..after], .. Encoding.Latin1.GetBytes(between.ToString()), .. whole[after..]];
        var moved = Forgery.Overwrite(forged, $"[0 {before} {after} {rest}]", $"[0 {before} {after + between.Length} {rest}]");

        Assert.True(office.Verify(moved).Verdict is FileVerdict.Altered or FileVerdict.Unreadable);
    }

    [Fact]
    [Trait("BadInput", "38")]
    public async Task Hole_LargerThanTheSignature()
    {
        var whole = await office.WholeAsync();
        var (_, before, after, rest) = Ranges(whole);
        var forged = Forgery.Overwrite(whole, $"[0 {before} {after} {rest}]", $"[0 {before} {after + 1} {rest - 1}]");

        Bad(Forgery.Resign(forged, content => Cms(content, office.Seal)), "signature.range");
    }

    [Fact]
    public async Task Contents_WithSomethingBehindTheSignature()
    {
        var forged = Forgery.Resign(await office.WholeAsync(), content => [.. Cms(content, office.Seal), 1]);

        Bad(forged, "signature.encoding");
    }

    [Fact]
    [Trait("BadInput", "38")]
    public async Task Signature_OfAnotherFile()
    {
        var other = await Signed.SealAsync(Signed.Number(await Signed.SignAsync(PaperFile.Blank(), office.Signer), "Số 09-CT/TU"), office.Seal);
        var (_, before, after, _) = Ranges(other);
        var forged = (await office.WholeAsync()).ToArray();
        other.AsSpan(before, after - before).CopyTo(forged.AsSpan(before));

        Bad(forged, "signature.digest");
    }

    [Fact]
    public async Task Certificate_ExchangedForAnotherOfTheSameKey()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var mine = office.Authority.Signer("Người thường", key);
        using var theirs = office.Authority.Signer("Tỉnh ủy Nam Bình", key);
        var forged = Forgery.Resign(await office.WholeAsync(), content => Cms(content, theirs, bindTo: mine.Certificate));

        Bad(forged, "signature.binding");
    }

    [Fact]
    public async Task Certificate_NotNamedInThePadesSignature() =>
        Bad(Forgery.Resign(await office.WholeAsync(), content => Cms(content, office.Seal, bound: false)), "signature.binding");

    [Theory]
    [InlineData("1.3.14.3.2.26")]
    [InlineData("1.2.840.113549.2.5")]
    [Trait("BadInput", "38")]
    public async Task Hash_ThatNoLongerCounts(string oid)
    {
        using var rsa = office.Authority.Signer("Tỉnh ủy Nam Bình", rsa: true);
        var forged = Forgery.Resign(await office.WholeAsync(), content => Cms(content, rsa, hash: oid));
        var verified = office.Verify(forged);

        Assert.Equal(["algorithm.weak"], VerifiedOffice.Codes(verified));
        Assert.Equal(FileVerdict.Invalid, verified.Verdict);
    }

    [Fact]
    public async Task Key_TooShort()
    {
        using var signer = office.Authority.Signer("Tỉnh ủy Nam Bình", RSA.Create(1024));

        Assert.Equal(["algorithm.weak"], VerifiedOffice.Codes(office.Verify(await Signed.WholeAsync(office.Signer, signer))));
    }

    [Theory]
    [InlineData("JS")]
    [InlineData("OCProperties")]
    [InlineData("XFA")]
    public async Task WhatMayShowDifferently_IsNotValid(string key)
    {
        var blank = PaperFile.Blank((catalog, _, form) => (key == "XFA" ? form : catalog).Add(key, PdfBytes.Text("app.alert(1)")));
        var whole = await Signed.SealAsync(Signed.Number(await Signed.SignAsync(blank, office.Signer)), office.Seal);

        Assert.Equal(["file.active"], VerifiedOffice.Codes(office.Verify(whole)));
    }

    private static (int Zero, int Before, int After, int Length) Ranges(byte[] pdf) => Forgery.Ranges(pdf);

    private static byte[] Cms(byte[] content, ISigner signer, string hash = CadesSignature.Sha256, X509Certificate2? bindTo = null, bool bound = true)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer.Certificate, signer.Key)
        {
            DigestAlgorithm = new Oid(hash),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        by.SignedAttributes.Add(bound
            ? new AsnEncodedData(new Oid(CadesSignature.SigningCertificate), CadesSignature.CertificateId(bindTo ?? signer.Certificate))
            : new Pkcs9SigningTime(TestAuthority.Now));
        cms.ComputeSignature(by);
        return cms.Encode();
    }

    private void Bad(byte[] forged, string code)
    {
        var verified = office.Verify(forged);
        Assert.Contains(code, VerifiedOffice.Codes(verified));
        Assert.True(verified.Verdict != FileVerdict.Valid);
    }
}
