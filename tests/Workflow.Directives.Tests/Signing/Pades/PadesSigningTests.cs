using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Tests.Signing.Pades;

/// <summary>What a signature adds to a file, and what an independent reader of PDF says of it.</summary>
public sealed class PadesSigningTests : IDisposable
{
    private readonly TestAuthority authority = new();

    public void Dispose() => authority.Dispose();

    [Fact]
    public async Task EachStep_OnlyAppends()
    {
        var (signer, seal) = (authority.Signer("Đinh Văn Thử"), authority.Signer("Tỉnh ủy Nam Bình"));
        var blank = PaperFile.Blank();
        var signed = await Signed.SignAsync(blank, signer);
        var numbered = Signed.Number(signed);
        var whole = await Signed.SealAsync(numbered, seal);

        Assert.Equal(blank, signed[..blank.Length]);
        Assert.Equal(signed, numbered[..signed.Length]);
        Assert.Equal(numbered, whole[..numbered.Length]);
        Assert.Equal([blank.Length, signed.Length, numbered.Length, whole.Length], PdfFile.Read(whole).Revisions.Select(one => one.End));
    }

    [PdfSigTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WholeFile_Pdfsig_FindsBothSignaturesValid(bool rsa)
    {
        var (signer, seal) = (authority.Signer("Đinh Văn Thử", rsa), authority.Signer("Tỉnh ủy Nam Bình", rsa));
        var whole = await Signed.WholeAsync(signer, seal);
        var said = await PdfSig.SayAsync(whole);

        Assert.Equal(2, said.Split("Signature Validation: Signature is Valid.").Length - 1);
        Assert.Equal(2, said.Split("Signature Type: ETSI.CAdES.detached").Length - 1);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
    }

    [PdfSigFact]
    public async Task OneBitFlipped_IsSeenByPdfsigToo()
    {
        var whole = await Signed.WholeAsync(authority.Signer("Đinh Văn Thử"), authority.Signer("Tỉnh ủy Nam Bình"));
        whole[whole.AsSpan().IndexOf("thu nghiem"u8)] ^= 1;

        Assert.Equal(2, (await PdfSig.SayAsync(whole)).Split("Digest Mismatch").Length - 1);
    }

    [Fact]
    public async Task SecondCertification_OrASignedField_IsRefused()
    {
        using var signer = authority.Signer("Đinh Văn Thử");
        var signed = await Signed.SignAsync(PaperFile.Blank(), signer);

        await Assert.ThrowsAsync<ArgumentException>(() => Signed.SignAsync(signed, signer));
        await Assert.ThrowsAsync<ArgumentException>(() => Signed.SignAsync(signed, signer, DirectiveFields.Seal));
        await Assert.ThrowsAsync<ArgumentException>(() => Signed.SignAsync(signed, signer, "KhongCo"));
        await Assert.ThrowsAsync<ArgumentException>(() => Signed.SignAsync(signed, signer, DirectiveFields.Number));
        Assert.Throws<ArgumentException>(() => Signed.Number(Signed.Number(signed)));
    }

    [Fact]
    public async Task Signature_SaysWhatItAllows()
    {
        var whole = PdfFile.Read(await Signed.WholeAsync(authority.Signer("Đinh Văn Thử"), authority.Signer("Tỉnh ủy Nam Bình"))).Last;
        var fields = PdfField.Of(whole).Where(one => one.Type == "Sig").ToDictionary(one => one.Name, one => one.Dictionary);

        Assert.Equal(fields[DirectiveFields.Signer]["V"], whole.Dictionary(whole.Catalog["Perms"])!["DocMDP"]);
        Assert.Equal(new PdfNumber(2), Parameters(DirectiveFields.Signer)["P"]);
        Assert.Equal(new PdfName("All"), Parameters(DirectiveFields.Seal)["Action"]);
        Assert.Equal(new PdfName("All"), whole.Dictionary(fields[DirectiveFields.Seal]["Lock"])!["Action"]);

        PdfDictionary Parameters(string field) =>
            whole.Dictionary(((PdfDictionary)whole.Items(whole.Dictionary(fields[field]["V"])!["Reference"])[0])["TransformParams"])!;
    }
}
