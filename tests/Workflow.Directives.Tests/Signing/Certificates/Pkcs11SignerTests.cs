using System.Security.Cryptography;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Tests.Signing.Pades;
using Workflow.Directives.Tests.Verification;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Tests.Signing.Certificates;

/// <summary>Keys that never leave their token.</summary>
public sealed class Pkcs11SignerTests : IDisposable
{
    private readonly VerifiedOffice office = new();

    public void Dispose() => office.Dispose();

    [SoftTokenFact]
    public async Task Token_Signs_WithItsPinAlone()
    {
        using var rsa = office.Authority.Signer("Tỉnh ủy Nam Bình", rsa: true);
        using var ecdsa = office.Authority.Signer("Tỉnh ủy Nam Bình");
        await SoftToken.MakeAsync("dau-rsa", rsa.Key);
        await SoftToken.MakeAsync("dau-ec", ecdsa.Key);
        foreach (var (label, made) in new[] { ("dau-rsa", rsa), ("dau-ec", ecdsa) })
        {
            SoftToken.PutCertificate(label, made.Certificate);
            await TryAsync(label, made);
        }
    }

    private async Task TryAsync(string label, TestSigner made)
    {
        Assert.Equal("pin.wrong", Pkcs11Signer.Open(SoftToken.Module, label, made.Certificate, [], "00000000").Refusal?.Code);
        Assert.Equal("certificate.token-missing", Pkcs11Signer.Open(SoftToken.Module, "khác", made.Certificate, [], SoftToken.Pin).Refusal?.Code);
        Assert.Equal("certificate.token-missing", Pkcs11Signer.Open(SoftToken.Module, label, office.Signer.Certificate, [], SoftToken.Pin).Refusal?.Code);
        Assert.Equal("certificate.token-missing", Pkcs11Signer.Open("/nowhere/module.so", label, made.Certificate, [], SoftToken.Pin).Refusal?.Code);

        var found = Pkcs11Signer.Certificates(SoftToken.Module, label, SoftToken.Pin).Value;
        Assert.Equal([SigningCertificate.ThumbprintOf(made.Certificate)], found.Select(SigningCertificate.ThumbprintOf));
        using (var token = Pkcs11Signer.Open(SoftToken.Module, label, found[0], [], SoftToken.Pin).Value)
        {
            Assert.Throws<CryptographicException>(() => token.Key.ExportPkcs8PrivateKey());
            Assert.Equal(FileVerdict.Valid, office.Verify(await Signed.WholeAsync(office.Signer, token)).Verdict);
        }

        // The PIN opened the token for one signature: the next has to bring it again.
        Assert.Equal("pin.wrong", Pkcs11Signer.Open(SoftToken.Module, label, made.Certificate, [], "00000000").Refusal?.Code);
    }
}
