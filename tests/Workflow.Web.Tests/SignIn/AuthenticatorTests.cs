using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.People.Accounts;
using Workflow.Directives.Sample;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>An authenticator is enrolled on the account's page, with codes on paper for when it is lost.</summary>
public sealed partial class AuthenticatorTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task Authenticator_Enrolled_IsAskedForAndPaperCodesWorkOnce()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.DeputyChief);
        await visitor.GetAsync("/account");
        var shown = await visitor.PostAsync("/account/authenticator", ("Current", TrialAccounts.Password));
        var (ticket, seed) = (shown.Values("Ticket").Single(), SeedOf(shown));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConfirmAsync(visitor, ticket, "000000")).Status);

        var codes = PaperCode().Matches((await ConfirmAsync(visitor, ticket, office.CodeNow(seed))).Html).Select(one => one.Value).ToList();
        Assert.Equal(RecoveryCode.Count, codes.Distinct().Count());
        Assert.DoesNotContain(codes[0], (await visitor.GetAsync("/account")).Html, StringComparison.Ordinal);
        await InStoreIsNothingReadableAsync(seed, codes);

        Assert.Equal("/work", (await EnterAsync(codes[3].ToLowerInvariant())).Path);
        Assert.Equal(HttpStatusCode.Unauthorized, (await EnterAsync(codes[3])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await EnterAsync("AAAA-BBBB-CCCC-DDDD")).Status);
        Assert.Equal("/work", (await EnterAsync(office.CodeNow(seed, 1))).Path);
    }

    [Fact]
    public async Task Authenticator_OfAnotherPersonsTicket_IsNotEnrolled()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Registry);
        await visitor.GetAsync("/account");
        var shown = await visitor.PostAsync("/account/authenticator", ("Current", TrialAccounts.Password));
        using var other = await Visitor.EnterAsync(office, Walk.OtherRegistry);
        await other.GetAsync("/account");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConfirmAsync(other, shown.Values("Ticket").Single(), office.CodeNow(SeedOf(shown)))).Status);
        var enrolled = await office.InStoreAsync(db => db.Set<Account>().Where(one => one.AuthenticatorSeed != null).Select(one => one.Id).ToListAsync());
        Assert.DoesNotContain(await office.IdAsync(Walk.OtherRegistry), enrolled);
    }

    [Fact]
    public async Task Authenticator_WithoutTheCurrentPassword_IsNotShown()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        await visitor.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync("/account/authenticator", ("Current", "sai mật khẩu rồi"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync("/account/authenticator")).Status);
    }

    [Fact]
    public async Task Authenticator_BesideAShortPassword_CannotBeGivenUp()
    {
        await office.EnrolAsync(Walk.Secretary);
        await office.SetPasswordAsync(Walk.Secretary, "mưa rơi đó");
        using var visitor = await Visitor.EnterAsync(office, Walk.Secretary);
        await visitor.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.PostAsync("/account/authenticator/removal", ("Current", "mưa rơi đó"))).Status);
        await office.SetPasswordAsync(Walk.Secretary);
        using var again = await Visitor.EnterAsync(office, Walk.Secretary);
        await again.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, (await again.PostAsync("/account/authenticator/removal", ("Current", Accounts.Password))).Status);
        using var plain = await Visitor.ArriveAsync(office);
        Assert.NotEqual("/sign-in", (await plain.SignInAsync(Walk.Secretary, Accounts.Password)).Path);
    }

    private static Task<SeenPage> ConfirmAsync(Visitor visitor, string ticket, string code) =>
        visitor.PostAsync("/account/authenticator/confirmation", ("Ticket", ticket), ("Code", code));

    private async Task<SeenPage> EnterAsync(string code)
    {
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.SignInAsync(Walk.DeputyChief, TrialAccounts.Password);
        return await visitor.PostAsync("/sign-in?handler=Second", ("ticket", page.Values("ticket").Single()), ("code", code));
    }

    private async Task InStoreIsNothingReadableAsync(byte[] seed, List<string> codes)
    {
        await office.InStoreAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var store = await File.ReadAllBytesAsync(office.Database);
        string[] secrets = [TimeCode.Text(seed), Convert.ToBase64String(seed), TrialAccounts.Password, .. codes, .. codes.Select(one => one.Replace("-", "", StringComparison.Ordinal))];
        Assert.All(secrets, secret => Assert.True(store.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) < 0, "A secret stands in the store."));
        Assert.True(store.AsSpan().IndexOf(seed) < 0);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, office.Log.Text, StringComparison.Ordinal));
    }

    private static byte[] SeedOf(SeenPage page)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(Key().Match(page.Words).Value.Replace(" ", "", StringComparison.Ordinal).Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, TimeCode.SeedBytes).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    [GeneratedRegex("[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}")]
    private static partial Regex Key();

    [GeneratedRegex("[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}")]
    private static partial Regex PaperCode();
}
