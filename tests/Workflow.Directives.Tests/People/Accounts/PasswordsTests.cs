using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Workflow.Directives.People.Accounts;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.People.Accounts;

/// <summary>Passwords are kept as slow hashes of their NFC form.</summary>
public sealed class PasswordsTests
{
    private const int HeaderBytes = 13;

    private static readonly Passwords Kept = new(new PasswordHasher<Account>(
        Options.Create(new PasswordHasherOptions { IterationCount = Passwords.Rounds })));

    [Fact]
    public void Hash_IsPbkdf2WithSha512AndEnoughRounds()
    {
        var hash = Convert.FromBase64String(Kept.Hash("con mèo trèo cây cau"));

        // Identity's format 3: marker, function (2 = HMAC-SHA512), rounds, length of the salt; big-endian.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BitConverter.ToUInt32([.. hash[1..5].Reverse()]));
        Assert.True(BitConverter.ToUInt32([.. hash[5..9].Reverse()]) >= 220_000);
        Assert.True(BitConverter.ToUInt32([.. hash[9..HeaderBytes].Reverse()]) >= 16);
    }

    [Fact]
    public void Password_TypedOnAnotherKeyboard_IsTheSame()
    {
        var account = new Account { PasswordHash = Kept.Hash(Passwords.Plain("tỉnh ủy họp sáng thứ hai")!) };

        Assert.Equal(PasswordVerificationResult.Success, Kept.Compare(account, "tỉnh ủy họp sáng thứ hai".Normalize(System.Text.NormalizationForm.FormD)));
        Assert.Equal(PasswordVerificationResult.Failed, Kept.Compare(account, "tỉnh ủy họp sáng thứ ba"));
        Assert.Equal(PasswordVerificationResult.Failed, Kept.Compare(account, null));
        Assert.Equal(PasswordVerificationResult.Failed, Kept.Compare(null, "tỉnh ủy họp sáng thứ hai"));
        Assert.Equal(PasswordVerificationResult.Failed, Kept.Compare(new Account(), ""));
    }

    [Fact]
    public void Password_WithSpacesOr128Letters_IsTakenAsItIs()
    {
        Assert.Equal("  a b  ", Passwords.Plain("  a b  "));
        Assert.Equal(new string('ủ', 128), Passwords.Plain(new string('ủ', 128).Normalize(System.Text.NormalizationForm.FormD)));
        Assert.Null(Passwords.Plain(new string('a', 129)));
        Assert.Null(Passwords.Plain("\ud800 mật khẩu"));
        Assert.Null(Passwords.Plain("mật\0khẩu"));
    }

    [Fact]
    public async Task Sample_EveryPerson_HasTheTrialPassword()
    {
        await using var province = await Province.OpenAsync();
        var accounts = await province.ReadAsync(db => db.Set<Account>().ToList());

        Assert.Equal(SamplePeople.All.Select(one => one.Id).Order(), accounts.Select(one => one.Id).Order());
        Assert.All(accounts, one => Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, Kept.Compare(one, TrialAccounts.Password)));
        Assert.True(TrialAccounts.Password.Length >= 15);
    }
}
