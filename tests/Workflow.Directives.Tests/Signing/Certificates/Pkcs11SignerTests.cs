using System.Security.Cryptography;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Signing.Pades;
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

        await SealWithTokenAsync("dau-ec", ecdsa);
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

    private static async Task SealWithTokenAsync(string label, TestSigner made)
    {
        await using var province = await Province.OpenAsync();
        await Refused.ChangesNothingAsync(province, "pin.wrong", () => RegisterAsync(province, label, "00000000", null));
        await Refused.ChangesNothingAsync(province, "certificate.not-found", () => RegisterAsync(province, label, SoftToken.Pin, new string('0', 64)));
        var row = Walk.Done(await RegisterAsync(province, label, SoftToken.Pin, null));
        Assert.Equal((SigningKeyKind.Pkcs11, label, (byte[]?)null), (row.Kind, row.Token, row.EncryptedKey));

        var clerk = await province.AsAsync(Who.Clerk);
        using var seal = Walk.Done(await province.AskAsync<OpenSigningKey, Result<ISigner>>(one => one.OfSealAsync(clerk, SoftToken.Pin, default)));
        Assert.Equal(made.Certificate, seal.Certificate);
    }

    private static Task<Result<SigningCertificate>> RegisterAsync(Province province, string label, string pin, string? thumbprint) =>
        province.AskAsync<RegisterCertificate, Result<SigningCertificate>>(one => one.FromTokenAsync(null, SoftToken.Module, label, pin, thumbprint, default));
}
