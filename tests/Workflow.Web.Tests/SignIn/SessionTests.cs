using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;
using Workflow.Directives.Sample;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>A session lives in the store and dies there at once.</summary>
public sealed class SessionTests : IAsyncLifetime, IDisposable
{
    private readonly MovedClock clock = new();
    private readonly RunningOffice office;

    public SessionTests() => office = new RunningOffice([], clock);

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Cookie_HoldsNothingOfWhatTheStoreHolds()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Head);
        var cookie = visitor.Cookies.GetCookies(office.Address)["workflow"]!;
        Assert.True(cookie.HttpOnly);
        var session = await office.InStoreAsync(db => db.Set<Session>().SingleAsync());
        Assert.DoesNotContain(session.Hash, cookie.Value, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("^[0-9a-f]{64}$", session.Hash);
    }

    [Fact, Trait("BadInput", "16")]
    public async Task Person_DisabledASecondAgo_IsOut()
    {
        using var visitor = await InAsync();
        await office.InStoreAsync(db => db.Set<Person>().Where(one => one.Email == Walk.Head).ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, DateTime.UtcNow)));
        await OutAsync(visitor, SessionEnd.Closed);
    }

    [Fact, Trait("BadInput", "16")]
    public async Task Person_WhoLostARole_IsOut()
    {
        using var visitor = await InAsync();
        var id = await office.IdAsync(Walk.Head);
        await office.InStoreAsync(db => db.Set<RoleGrant>().Where(one => one.PersonId == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Until, new DateOnly(2025, 12, 31))));
        await OutAsync(visitor, SessionEnd.RoleLost);
    }

    [Fact, Trait("BadInput", "17")]
    public async Task Cookie_KeptFromBeforeTheSignOut_IsWorthNothing()
    {
        using var visitor = await InAsync();
        var kept = visitor.Cookies.GetCookies(office.Address)["workflow"]!.Value;
        await visitor.PostAsync("/sign-out");
        visitor.Cookies.Add(office.Address, new Cookie("workflow", kept));
        await OutAsync(visitor, SessionEnd.SignedOut);
    }

    [Fact, Trait("BadInput", "17")]
    public async Task Password_Changed_EndsTheOtherSessions()
    {
        using var elsewhere = await InAsync();
        using var visitor = await InAsync();
        var refused = await ChangeAsync(visitor, "không phải mật khẩu cũ", Accounts.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal("/account", (await elsewhere.GetAsync("/account")).Path);

        var done = await ChangeAsync(visitor, TrialAccounts.Password, Accounts.Password);
        Assert.Equal((HttpStatusCode.OK, "/account"), (done.Status, done.Path));
        await OutAsync(elsewhere, SessionEnd.ProofChanged);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        using var again = await Visitor.ArriveAsync(office);
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.SignInAsync(Walk.Head, TrialAccounts.Password)).Status);
        Assert.Equal(HttpStatusCode.OK, (await again.SignInAsync(Walk.Head, Accounts.Password)).Status);
    }

    [Fact]
    public async Task Session_Idle30Minutes_Ends()
    {
        using var visitor = await InAsync();
        clock.Pass(TimeSpan.FromMinutes(29));
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        clock.Pass(TimeSpan.FromMinutes(29));
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        clock.Pass(TimeSpan.FromMinutes(30));
        await OutAsync(visitor, SessionEnd.Idle);
    }

    [Fact]
    public async Task Session_InUseFor12Hours_Ends()
    {
        using var visitor = await InAsync();
        for (var i = 0; i < 28; i++)
        {
            clock.Pass(TimeSpan.FromMinutes(25));
            Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        }

        clock.Pass(TimeSpan.FromMinutes(20));
        await OutAsync(visitor, SessionEnd.Expired);
    }

    [Fact]
    public async Task Session_UsedManyTimesInAMinute_IsWrittenOnce()
    {
        using var visitor = await InAsync();
        clock.Pass(TimeSpan.FromSeconds(61));
        await visitor.GetAsync("/account");
        var before = await StoreContent.ReadAsync(office.Database);
        await visitor.GetAsync("/account");
        await visitor.GetAsync("/people");
        Assert.Equal(before, await StoreContent.ReadAsync(office.Database));
    }

    [Fact]
    public async Task SignIn_Anew_GivesAnotherSecretAndEndsTheFirst()
    {
        using var visitor = await InAsync();
        var first = visitor.Cookies.GetCookies(office.Address)["workflow"]!.Value;
        await visitor.GetAsync("/sign-in");
        await visitor.SignInAsync(Walk.Head, TrialAccounts.Password);
        Assert.NotEqual(first, visitor.Cookies.GetCookies(office.Address)["workflow"]!.Value);
        visitor.Cookies.Add(office.Address, new Cookie("workflow", first));
        await OutAsync(visitor, SessionEnd.Replaced);
    }

    [Fact]
    public async Task Proof_Fresh_GivesTheSessionAnotherSecret()
    {
        using var visitor = await InAsync();
        var first = visitor.Cookies.GetCookies(office.Address)["workflow"]!.Value;
        await visitor.GetAsync("/account");
        Assert.Contains("Quét hình này", (await visitor.PostAsync("/account/authenticator", ("Current", TrialAccounts.Password))).Words, StringComparison.Ordinal);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        visitor.Cookies.Add(office.Address, new Cookie("workflow", first));
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
    }

    [Fact]
    public async Task Session_OfAnother_CannotBeEnded()
    {
        using var visitor = await InAsync();
        using var other = await Visitor.EnterAsync(office, Walk.Chief);
        var id = await office.IdAsync(Walk.Head);
        var session = await office.InStoreAsync(db => db.Set<Session>().Where(one => one.PersonId == id).Select(one => one.Id).SingleAsync());
        await other.GetAsync("/account");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/account/session-ends/{session}")).Status);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);

        using var elsewhere = await Visitor.EnterAsync(office, Walk.Head);
        await elsewhere.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.PostAsync($"/account/session-ends/{session}")).Status);
        await OutAsync(visitor, SessionEnd.Ended);
    }

    [Fact]
    public async Task Https_Origin_NamesTheCookieForThisHostOnly()
    {
        using var secure = new RunningOffice(["--Office:PublicOrigin", "https://vanban.nambinh.example"]);
        await secure.InitializeAsync();
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = secure.Address };
        using var page = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var token = Regex.Match(await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in?handler=Person", UriKind.Relative));
        form.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0]));
        form.Content = new FormUrlEncodedContent([new("personId", $"{await secure.IdAsync(Walk.Head)}"), new("__RequestVerificationToken", token)]);
        using var entered = await http.SendAsync(form);
        var set = Assert.Single(entered.Headers.GetValues("Set-Cookie"), one => one.StartsWith("__Host-workflow=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "samesite=lax", "path=/"], part => Assert.Contains($"; {part}", set, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", set, StringComparison.OrdinalIgnoreCase);
        await secure.DisposeAsync();
    }

    private static async Task<SeenPage> ChangeAsync(Visitor visitor, string current, string password)
    {
        await visitor.GetAsync("/account");
        return await visitor.PostAsync("/account/password", ("Current", current), ("Password", password), ("Again", password));
    }

    private async Task<Visitor> InAsync()
    {
        var visitor = await Visitor.ArriveAsync(office);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync(Walk.Head, TrialAccounts.Password)).Status);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        return visitor;
    }

    private async Task OutAsync(Visitor visitor, SessionEnd why)
    {
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        Assert.Contains(why, await office.InStoreAsync(db => db.Set<Session>().Where(one => one.EndedAt != null).Select(one => one.EndedWhy!.Value).ToListAsync()));
    }
}
