using System.Text;
using Workflow.Directives.People.Accounts;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.People.Accounts;

/// <summary>Long passwords are taken as they are, and those that are tried first are not.</summary>
public sealed class PasswordRulesTests
{
    private static readonly string[] Known =
        ["TỈNH ỦY NAM BÌNH", "Nam Bình", "Phòng Tổng hợp", "Nguyễn Thị My", "chuyenvien.my@tinhuy.nambinh.example"];

    [Fact]
    public void List_IsLongEnough() => Assert.True(PasswordRules.ListLength >= 3_000, $"{PasswordRules.ListLength} entries");

    [Theory]
    [InlineData("mưa rơi trên mái tôn cũ")]
    [InlineData("MUAROITRENMAITONCU")]
    [InlineData("con mèo 3 chân ăn 7 quả ổi")]
    [InlineData("hồ sơ vụ bão số 5 để ở ngăn trên")]
    [InlineData("kzpwvmqhtrbdxfy")]
    public void Password_LongAndOfOnesOwn_IsTaken(string password) => Assert.Null(PasswordRules.Check(password, false, Known));

    [Theory]
    [InlineData("mưa rơi trên", "password.length")]
    [InlineData("aaaaaaaaaaaaaaaaaa", "password.common")]
    [InlineData("abcabcabcabcabcabc", "password.common")]
    [InlineData("1234567890123456", "password.common")]
    [InlineData("9876543210987654", "password.common")]
    [InlineData("abcdefghijklmnop", "password.common")]
    [InlineData("Anh yêu em nhiều lắm", "password.common")]
    [InlineData("qwertyuiopasdfgh", "password.common")]
    [InlineData("CorrectHorseBatteryStaple", "password.common")]
    [InlineData("mật khẩu của tôi là 2026", "password.common")]
    [InlineData(TrialAccounts.Password, "password.common")]
    [InlineData("Tỉnh ủy Nam Bình 2026!", "password.common")]
    [InlineData("Tỉnh ủy - Phòng Tổng hợp!", "password.known")]
    [InlineData("chuyenvien.my@tinhuy.nambinh.example", "password.known")]
    [InlineData("Nguyễn Thị My 1985 abc", "password.known")]
    [InlineData("Phòng Tổng hợp 12/2026", "password.known")]
    public void Password_ThatIsTriedFirst_IsRefused(string password, string code) => Assert.Equal(code, PasswordRules.Check(password, false, Known)?.Code);

    [Fact]
    public void Password_WithASecondFactor_MayBeShorter()
    {
        Assert.Null(PasswordRules.Check("mưa rơi đó", true, Known));
        Assert.Equal("password.length", PasswordRules.Check("mưa rơi", true, Known)?.Code);
        Assert.Equal("password.length", PasswordRules.Check("mưa rơi đó", false, Known)?.Code);
        Assert.Equal("password.common", PasswordRules.Check("matkhau123", true, Known)?.Code);
    }

    [Fact]
    public void Password_OfMoreThan128LettersOrNone_IsRefused()
    {
        var longest = string.Concat(Enumerable.Range(0, 64).Select(i => $"{(char)('a' + (i * 7 % 26))}{i % 10}"));
        Assert.Equal(128, longest.Length);
        Assert.Null(PasswordRules.Check(Passwords.Plain(longest), false, Known));
        Assert.Equal("password.length", PasswordRules.Check(Passwords.Plain(longest + "a"), false, Known)?.Code);
        Assert.Equal("password.length", PasswordRules.Check(Passwords.Plain(null), false, Known)?.Code);
    }

    [Fact]
    public void Password_InEitherSpellingOfItsLetters_CountsTheSame()
    {
        const string Short = "mưa rơi ở đó à";
        Assert.Equal(14, Short.Length);
        Assert.Equal("password.length", PasswordRules.Check(Passwords.Plain(Short.Normalize(NormalizationForm.FormD)), false, Known)?.Code);
    }
}
