using System.Text;
using Workflow.Directives.People.Accounts;

namespace Workflow.Directives.Tests.People.Accounts;

/// <summary>Codes of an authenticator are those of RFC 6238, each good once.</summary>
public sealed class TimeCodeTests
{
    private static readonly byte[] Seed = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238 appendix B, the last six digits of the SHA1 column.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Code_OfTheStandardsMoments_IsTheStandards(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;

        Assert.Equal(code, TimeCode.Of(Seed, TimeCode.StepOf(now)));
        Assert.Equal(TimeCode.StepOf(now), TimeCode.Match(Seed, code[..3] + " " + code[3..], now, 0));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Code_OfAStepAway_IsGoodForOneStepOnly(int steps, bool good)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000).UtcDateTime;
        var step = TimeCode.StepOf(now);

        Assert.Equal(good ? step + steps : null, TimeCode.Match(Seed, TimeCode.Of(Seed, step + steps), now, 0));
    }

    [Fact]
    public void Code_OfAStepThatWasUsed_IsRefused()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000).UtcDateTime;
        var step = TimeCode.StepOf(now);

        Assert.Null(TimeCode.Match(Seed, TimeCode.Of(Seed, step), now, step));
        Assert.Null(TimeCode.Match(Seed, TimeCode.Of(Seed, step - 1), now, step));
        Assert.Equal(step + 1, TimeCode.Match(Seed, TimeCode.Of(Seed, step + 1), now, step));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("28708２")]
    public void Code_ThatIsNone_IsRefused(string? typed) =>
        Assert.Null(TimeCode.Match(Seed, typed, DateTimeOffset.FromUnixTimeSeconds(59).UtcDateTime, 0));

    // RFC 4648 section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Seed_AsText_IsBase32(string bytes, string text) => Assert.Equal(text, TimeCode.Text(Encoding.ASCII.GetBytes(bytes)));
}
