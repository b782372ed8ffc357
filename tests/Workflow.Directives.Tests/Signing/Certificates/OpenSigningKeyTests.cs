using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.Sample;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Tests.Signing.Certificates;

/// <summary>Opening the key of whoever signs, with the PIN that comes with the act.</summary>
public sealed class OpenSigningKeyTests
{
    [Fact]
    public async Task Signer_WithHisPin_OpensHisOwnCertificate()
    {
        await using var office = await Province.OpenAsync();
        using var signer = Walk.Done(await OpenAsync(office, Who.Secretary, TrialAuthority.Pin));

        Assert.Equal(SamplePeople.All.Single(one => one.Email.StartsWith(Who.Secretary + "@", StringComparison.Ordinal)).Name, NameOf(signer));
        Assert.NotNull(CadesSignature.Sign([1, 2, 3], signer));
    }

    [Fact]
    public async Task Seal_IsOpenedByTheClerk_WithTheSealsPin()
    {
        await using var office = await Province.OpenAsync();
        var clerk = await office.AsAsync(Who.Clerk);
        using var seal = Walk.Done(await office.AskAsync<OpenSigningKey, Result<ISigner>>(one => one.OfSealAsync(clerk, TrialAuthority.Pin, default)));

        Assert.Equal(TrialAuthority.SealName, NameOf(seal));
    }

    [Theory]
    [InlineData(null, "pin.needed")]
    [InlineData("", "pin.needed")]
    [InlineData("nam-binh-2025", "pin.wrong")]
    public async Task Pin_MissingOrWrong_IsAskedForAgain(string? pin, string code)
    {
        await using var office = await Province.OpenAsync();
        var refusal = await Refused.ChangesNothingAsync(office, code, () => OpenAsync(office, Who.Secretary, pin));

        Assert.Equal(RefusalKind.StepUp, refusal.Kind);
    }

    [Fact]
    public async Task Person_WithoutACertificate_IsTold()
    {
        await using var office = await Province.OpenAsync();

        await Refused.ChangesNothingAsync(office, "certificate.none", () => OpenAsync(office, Who.Drafter, TrialAuthority.Pin));
    }

    [Theory]
    [InlineData(2046, "certificate.expired")]
    [InlineData(2024, "certificate.not-yet-valid")]
    public async Task Certificate_OutOfItsTime_IsNotOpened(int year, string code)
    {
        await using var office = await Province.OpenAsync();
        var actor = await office.AsAsync(Who.Secretary);
        office.Set(Province.At(year, 3, 10, 8, 0));

        await Refused.ChangesNothingAsync(office, code, () => OpenAsync(office, actor, TrialAuthority.Pin));
    }

    [Fact]
    public async Task Certificate_Revoked_IsNotOpened_AndTheNewestGoodOneIs()
    {
        await using var office = await Province.OpenAsync();
        var id = Province.IdOf(Who.Secretary);
        var old = await office.ReadAsync(db => db.Set<SigningCertificate>().SingleAsync(one => one.PersonId == id));
        Walk.Done(await office.AskAsync<RevokeCertificate, Result<SigningCertificate>>(one => one.RunAsync(old.Thumbprint, "Mất thiết bị.", default)));
        await Refused.ChangesNothingAsync(office, "certificate.revoked", () => OpenAsync(office, Who.Secretary, TrialAuthority.Pin));

        await office.AskAsync<WorkflowDb, int>(async db =>
        {
            await TrialAuthority.CertifyAsync(db, await db.Set<Person>().SingleAsync(one => one.Id == id), default);
            return await db.SaveChangesAsync();
        });
        using var signer = Walk.Done(await OpenAsync(office, Who.Secretary, TrialAuthority.Pin));
        Assert.NotEqual(old.Thumbprint, SigningCertificate.ThumbprintOf(signer.Certificate));
    }

    [Fact]
    public async Task FiveWrongPins_Lock_ForFifteenMinutes_AndNotLonger()
    {
        await using var office = await Province.OpenAsync();
        for (var i = 0; i < PinAttempts.Most; i++)
        {
            Assert.Equal("pin.wrong", (await OpenAsync(office, Who.Secretary, $"wrong-{i}")).Refusal?.Code);
            office.Time.Jump(TimeSpan.FromMinutes(1));
        }

        // Going on while it is locked, even with the right PIN, does not lengthen it.
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal("pin.locked", (await OpenAsync(office, Who.Secretary, TrialAuthority.Pin)).Refusal?.Code);
            office.Time.Jump(TimeSpan.FromMinutes(1));
        }

        office.Time.Jump(TimeSpan.FromMinutes(1));
        Walk.Done(await OpenAsync(office, Who.Secretary, TrialAuthority.Pin)).Dispose();
    }

    [Fact]
    public async Task WrongPinsOfOne_LockNobodyElse()
    {
        await using var office = await Province.OpenAsync();
        var (clerk, other) = (await office.AsAsync(Who.Clerk), await office.AsAsync(Who.OtherClerk));
        for (var i = 0; i <= PinAttempts.Most; i++)
        {
            await office.AskAsync<OpenSigningKey, Result<ISigner>>(one => one.OfSealAsync(clerk, "wrong", default));
        }

        Walk.Done(await office.AskAsync<OpenSigningKey, Result<ISigner>>(one => one.OfSealAsync(other, TrialAuthority.Pin, default))).Dispose();
        Assert.Equal(
            "pin.locked",
            (await office.AskAsync<OpenSigningKey, Result<ISigner>>(one => one.OfSealAsync(clerk, TrialAuthority.Pin, default))).Refusal?.Code);
    }

    [Fact]
    public async Task TheRightPin_ForgetsTheWrongOnesBefore()
    {
        await using var office = await Province.OpenAsync();
        for (var i = 0; i < 3 * PinAttempts.Most; i++)
        {
            var right = i % PinAttempts.Most == PinAttempts.Most - 1;
            var result = await OpenAsync(office, Who.Secretary, right ? TrialAuthority.Pin : "wrong");
            Assert.Equal(right ? null : "pin.wrong", result.Refusal?.Code);
        }
    }

    [Fact]
    public async Task Keys_StandNowhereUnencrypted()
    {
        await using var office = await Province.OpenAsync();
        var rows = await office.ReadAsync(db => db.Set<SigningCertificate>().AsNoTracking().ToListAsync());
        var file = await File.ReadAllBytesAsync(office.Database);

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            using var key = StoredKey.Open(row.EncryptedKey!, TrialAuthority.Pin, row.Open())!;
            var secret = ((ECDsa)key).ExportParameters(true).D!;
            Assert.Equal(-1, file.AsSpan().IndexOf(secret));
            Assert.Null(StoredKey.Open(row.EncryptedKey!, "nam-binh-2027", row.Open()));
        });
    }

    private static string NameOf(ISigner signer) =>
        signer.Certificate.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, false);

    private static async Task<Result<ISigner>> OpenAsync(Province office, string who, string? pin) =>
        await OpenAsync(office, await office.AsAsync(who), pin);

    private static Task<Result<ISigner>> OpenAsync(Province office, Actor actor, string? pin) =>
        office.AskAsync<OpenSigningKey, Result<ISigner>>(one => one.OfPersonAsync(actor, pin, default));
}
