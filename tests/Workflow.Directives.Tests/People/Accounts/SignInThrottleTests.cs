using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.People.Accounts;

namespace Workflow.Directives.Tests.People.Accounts;

/// <summary>Guessing is slowed down, and nobody can lock out another by it.</summary>
public sealed class SignInThrottleTests
{
    private const string Account = "A@TINHUY.EXAMPLE";

    private static readonly TryOrigin Attacker = new("203.0.113.7", null);
    private static readonly TryOrigin Owner = new("198.51.100.2", null);

    [Fact, Trait("BadInput", "18")]
    public async Task Try_AfterTenFailures_WaitsLongerEachTime()
    {
        await using var province = await Province.OpenAsync();
        await FailAsync(province, Account, Attacker, SignInThrottle.Free);
        var first = await BeginAsync(province, Account, Attacker);
        Assert.Equal(TimeSpan.FromSeconds(30), first);
        province.Time.Jump(first!.Value);
        Assert.Null(await BeginAsync(province, Account, Attacker));
        Assert.Equal(TimeSpan.FromSeconds(60), await BeginAsync(province, Account, Attacker));
    }

    [Fact, Trait("BadInput", "18")]
    public async Task Try_WhileItHasToWait_ChangesNothing()
    {
        await using var province = await Province.OpenAsync();
        await FailAsync(province, Account, Attacker, SignInThrottle.Free);
        var before = await province.FingerprintAsync();
        Assert.NotNull(await BeginAsync(province, Account, Attacker));
        Assert.Equal(before, await province.FingerprintAsync());
    }

    [Fact]
    public async Task Owner_WhileAnotherGuesses_IsNotHeldUp()
    {
        await using var province = await Province.OpenAsync();
        await FailAsync(province, Account, Attacker, SignInThrottle.Free);
        Assert.NotNull(await BeginAsync(province, Account, Attacker));
        Assert.Null(await BeginAsync(province, Account, Owner));
    }

    [Fact, Trait("BadInput", "18")]
    public async Task Address_FailingAtManyAccounts_Waits()
    {
        await using var province = await Province.OpenAsync();
        for (var i = 0; i < SignInThrottle.FreeOfAddress; i++)
        {
            Assert.Null(await BeginAsync(province, $"P{i}@TINHUY.EXAMPLE", Attacker));
        }

        Assert.NotNull(await BeginAsync(province, "NEXT@TINHUY.EXAMPLE", Attacker));
        Assert.Null(await BeginAsync(province, "NEXT@TINHUY.EXAMPLE", Owner));
    }

    [Fact]
    public async Task Address_SucceedingAtItsOwnAccount_StaysCounted()
    {
        await using var province = await Province.OpenAsync();
        for (var i = 0; i < SignInThrottle.FreeOfAddress; i++)
        {
            Assert.Null(await BeginAsync(province, $"P{i}@TINHUY.EXAMPLE", Attacker));
            if (i % 10 == 0)
            {
                Assert.Null(await BeginAsync(province, "OWN@TINHUY.EXAMPLE", Attacker));
                await SucceedAsync(province, "OWN@TINHUY.EXAMPLE", Attacker);
            }
        }

        Assert.NotNull(await BeginAsync(province, "NEXT@TINHUY.EXAMPLE", Attacker));
    }

    [Fact, Trait("BadInput", "18")]
    public async Task Account_AfterAHundredFailures_TakesOnlyDevicesItKnows()
    {
        await using var province = await Province.OpenAsync();
        for (var i = 0; i < SignInThrottle.Ceiling; i++)
        {
            Assert.Null(await BeginAsync(province, Account, new TryOrigin($"203.0.113.{i}", null)));
        }

        Assert.NotNull(await BeginAsync(province, Account, new TryOrigin("192.0.2.1", null)));
        province.Time.Jump(TimeSpan.FromDays(30));
        Assert.NotNull(await BeginAsync(province, Account, new TryOrigin("192.0.2.1", null)));
        Assert.Null(await BeginAsync(province, Account, Owner with { Device = "d1" }));
        await SucceedAsync(province, Account, Owner with { Device = "d1" });
        Assert.Null(await BeginAsync(province, Account, new TryOrigin("192.0.2.1", null)));
    }

    [Fact]
    public async Task KnownDevice_Guessing_WaitsToo()
    {
        await using var province = await Province.OpenAsync();
        await FailAsync(province, Account, Owner with { Device = "d1" }, SignInThrottle.Free);
        Assert.NotNull(await BeginAsync(province, Account, Owner with { Device = "d1" }));
        Assert.Null(await BeginAsync(province, Account, Owner with { Device = "d2" }));
    }

    [Fact]
    public async Task Success_ForgetsTheFailures()
    {
        await using var province = await Province.OpenAsync();
        await FailAsync(province, Account, Owner, SignInThrottle.Free);
        await SucceedAsync(province, Account, Owner);
        await FailAsync(province, Account, Owner, SignInThrottle.Free);
    }

    [Fact]
    public async Task Counts_OutliveARestart_AndTellNobodyWho()
    {
        var province = await Province.OpenAsync();
        await FailAsync(province, Account, Attacker, SignInThrottle.Free);
        await using var again = await province.ReopenAsync(province.Time.GetUtcNow().UtcDateTime);
        Assert.NotNull(await BeginAsync(again, Account, Attacker));
        var rows = await again.ReadAsync(db => db.Set<SignInTry>().ToList());
        Assert.All(rows, one => Assert.Matches("^[0-9a-f]{32}$", one.Key));
        var told = await again.ReadAsync(db => db.Set<AuditEntry>().Single(one => one.Act == "sign-in.slowed"));
        Assert.Equal((null, "account"), (told.ActorId, told.Detail));
    }

    [Fact]
    public async Task Tries_AtTheSameMoment_AllCount()
    {
        await using var province = await Province.OpenAsync();
        var waits = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => BeginAsync(province, Account, Attacker)));
        Assert.Equal(SignInThrottle.Free, waits.Count(wait => wait is null));
    }

    private static Task<TimeSpan?> BeginAsync(Province province, string account, TryOrigin from) =>
        province.AskAsync<SignInThrottle, TimeSpan?>(one => one.BeginAsync(account, from, default));

    private static async Task FailAsync(Province province, string account, TryOrigin from, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Null(await BeginAsync(province, account, from));
        }
    }

    private static Task<bool> SucceedAsync(Province province, string account, TryOrigin from) => province.AskAsync<SignInThrottle, bool>(async one =>
    {
        await one.SucceedAsync(account, from, default);
        return true;
    });
}
