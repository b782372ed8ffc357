using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Sample;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Signing.Pades;
using Workflow.Directives.Tests.Signing.Pades;

namespace Workflow.Directives.Tests.Signing.Certificates;

/// <summary>An operator registers certificates, revokes them, and says which authorities count.</summary>
public sealed class RegisterCertificateTests : IDisposable
{
    private const string Password = "mật khẩu của tệp";

    private const string Pin = "số PIN mới";

    private readonly TestAuthority authority = new();

    public void Dispose() => authority.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_IsRegistered_UnderANewPin(bool rsa)
    {
        await using var office = await Province.OpenAsync();
        var drafter = await office.AsAsync(Who.Drafter);
        using var made = authority.Signer("Chuyên viên My", rsa);
        var row = Walk.Done(await AddAsync(office, Pkcs12(made), drafter.PersonId));

        Assert.Equal((SigningKeyKind.Pkcs12, SigningCertificate.ThumbprintOf(made.Certificate)), (row.Kind, row.Thumbprint));
        Assert.Equal("CN=Chuyên viên My, C=VN", row.Subject);
        Assert.Equal("certificate.registered", await LastActAsync(office));
        using var signer = Walk.Done(await office.AskAsync<OpenSigningKey, Result<ISigner>>(one => one.OfPersonAsync(drafter, Pin, default)));
        Assert.Equal(made.Certificate, signer.Certificate);

        await Refused.ChangesNothingAsync(office, "certificate.known", () => AddAsync(office, Pkcs12(made), null));
    }

    [Fact]
    public async Task File_WithAnAuthorityBetween_KeepsItForTheSignature()
    {
        await using var office = await Province.OpenAsync();
        using var made = authority.Signer("Dấu");
        using var between = authority.Signer("Cơ quan ở giữa");
        var row = Walk.Done(await AddAsync(office, Pkcs12(made, between.Certificate), null));

        Assert.Equal([between.Certificate], row.OpenChain());
    }

    [Fact]
    public async Task File_ThatCannotSign_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        using var made = authority.Signer("Dấu");
        using var old = authority.Signer("Dấu", until: new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc));
        using var weak = authority.Signer("Dấu", RSA.Create(1024));
        using var other = authority.Signer("Dấu", further: one =>
            one.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, true)));

        await Refused.ChangesNothingAsync(office, "certificate.not-opened", () => AddAsync(office, Pkcs12(made), null, password: "sai"));
        await Refused.ChangesNothingAsync(office, "certificate.not-opened", () => AddAsync(office, [1, 2, 3], null));
        await Refused.ChangesNothingAsync(office, "certificate.not-opened", () => AddAsync(office, made.Certificate.Export(X509ContentType.Pkcs12, Password), null));
        await Refused.ChangesNothingAsync(office, "pin.short", () => AddAsync(office, Pkcs12(made), null, pin: "1234567"));
        await Refused.ChangesNothingAsync(office, "certificate.expired", () => AddAsync(office, Pkcs12(old), null));
        await Refused.ChangesNothingAsync(office, "certificate.unfit", () => AddAsync(office, Pkcs12(weak), null));
        await Refused.ChangesNothingAsync(office, "certificate.unfit", () => AddAsync(office, Pkcs12(other), null));
    }

    [Fact]
    public async Task Revocation_NamesACertificateAndAReason_Once()
    {
        await using var office = await Province.OpenAsync();
        var seal = await office.ReadAsync(db => db.Set<SigningCertificate>().SingleAsync(one => one.PersonId == null));

        await Refused.ChangesNothingAsync(office, "certificate.not-found", () => RevokeAsync(office, "00112233445566778899", "Mất."));
        await Refused.ChangesNothingAsync(office, "certificate.not-found", () => RevokeAsync(office, seal.Thumbprint[..15], "Mất."));
        await Refused.ChangesNothingAsync(office, "field", () => RevokeAsync(office, seal.Thumbprint, " "));
        Walk.Done(await RevokeAsync(office, seal.Thumbprint[..16], "Mất thiết bị."));
        Assert.Equal("certificate.revoked", await LastActAsync(office));
        await Refused.ChangesNothingAsync(office, "certificate.revoked", () => RevokeAsync(office, seal.Thumbprint, "Lần nữa."));
    }

    [Fact]
    public async Task Authority_IsTrusted_WhenItIsOne()
    {
        await using var office = await Province.OpenAsync();
        using var made = authority.Signer("Dấu");

        await Refused.ChangesNothingAsync(office, "certificate.unfit", () => TrustAsync(office, made.Certificate.RawData));
        await Refused.ChangesNothingAsync(office, "certificate.not-opened", () => TrustAsync(office, [0]));
        Walk.Done(await TrustAsync(office, System.Text.Encoding.ASCII.GetBytes(authority.Certificate.ExportCertificatePem())));
        Assert.Equal("certificate.authority-trusted", await LastActAsync(office));
        await Refused.ChangesNothingAsync(office, "certificate.known", () => TrustAsync(office, authority.Certificate.RawData));
        var anchors = await office.ReadAsync(db => OfficeTrust.ReadAsync(db, default));
        Assert.Contains(anchors.Authorities, one => one.Equals(authority.Certificate));
    }

    [Fact]
    public async Task Sample_TrustsItsOwnAuthority_WhichSaysThatItIsOnlyATrial()
    {
        await using var office = await Province.OpenAsync();
        var anchors = await office.ReadAsync(db => OfficeTrust.ReadAsync(db, default));
        var signers = SamplePeople.All.Count(one => one.Roles.Any(role =>
            role is Directives.People.Role.Secretary or Directives.People.Role.DeputySecretary or Directives.People.Role.ChiefOfOffice));

        Assert.Contains("TRIAL ONLY", Assert.Single(anchors.Authorities).Subject, StringComparison.Ordinal);
        Assert.Equal(signers + 1, anchors.Known.Count);
    }

    private static byte[] Pkcs12(TestSigner signer, params X509Certificate2[] between)
    {
        using var own = signer.Key is RSA rsa ? signer.Certificate.CopyWithPrivateKey(rsa) : signer.Certificate.CopyWithPrivateKey((ECDsa)signer.Key);
        X509Certificate2[] all = [own, .. between];
        return new X509Certificate2Collection(all).Export(X509ContentType.Pkcs12, Password)!;
    }

    private static Task<Result<SigningCertificate>> AddAsync(
        Province office, byte[] file, Guid? person, string password = Password, string pin = Pin) =>
        office.AskAsync<RegisterCertificate, Result<SigningCertificate>>(one => one.FromFileAsync(person, file, password, pin, default));

    private static Task<Result<SigningCertificate>> RevokeAsync(Province office, string thumbprint, string reason) =>
        office.AskAsync<RevokeCertificate, Result<SigningCertificate>>(one => one.RunAsync(thumbprint, reason, default));

    private static Task<Result<TrustedAuthority>> TrustAsync(Province office, byte[] file) =>
        office.AskAsync<TrustAuthority, Result<TrustedAuthority>>(one => one.RunAsync(file, default));

    private static Task<string> LastActAsync(Province office) =>
        office.ReadAsync(db => db.Set<AuditEntry>().OrderByDescending(one => one.Seq).Select(one => one.Act).FirstAsync());
}
