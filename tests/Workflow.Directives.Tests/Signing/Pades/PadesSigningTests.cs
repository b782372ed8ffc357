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
}
