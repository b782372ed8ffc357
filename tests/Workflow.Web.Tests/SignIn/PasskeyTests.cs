using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives;
using Workflow.Directives.Sample;
using Workflow.Web.SignIn;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>A passkey lets its owner in at the office's own address, each answer once.</summary>
public sealed partial class PasskeyTests : IAsyncLifetime, IDisposable
{
    private const string Origin = "http://localhost:5080";

    private readonly MovedClock clock = new();
    private readonly RunningOffice office;
    private readonly SoftPasskey passkey = new(Origin);

    public PasskeyTests() => office = new RunningOffice(["--Office:PublicOrigin", Origin], clock);

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    public void Dispose()
    {
        passkey.Dispose();
        office.Dispose();
    }

    [Fact, Trait("BadInput", "19")]
    public async Task Passkey_Registered_LetsInOncePerChallenge()
    {
        await RegisterAsync(Walk.Secretary);
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.GetAsync("/sign-in");
        var (ticket, answer) = (page.Values("ticket").Single(), passkey.Prove(Options(page, "get")));
        Assert.Equal("/work", (await ProveAsync(visitor, ticket, answer)).Path);

        using var thief = await Visitor.ArriveAsync(office);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ProveAsync(thief, ticket, answer)).Status);
        Assert.Equal("/sign-in", (await thief.GetAsync("/account")).Path);
        var again = await thief.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Unauthorized, (await ProveAsync(thief, again.Values("ticket").Single(), answer)).Status);
    }

    [Fact, Trait("BadInput", "19")]
    public async Task Answer_FromAnotherOrigin_IsRefused()
    {
        await RegisterAsync(Walk.Secretary);
        passkey.Origin = "http://localhost:5081";
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync()).Status);
        passkey.Origin = "https://localhost:5080";
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync()).Status);
        passkey.Origin = Origin;
        Assert.Equal("/work", (await TryAsync()).Path);
    }

    [Fact]
    public async Task Answer_ForAnotherHostOrWithoutItsOwner_IsRefused()
    {
        await RegisterAsync(Walk.Secretary);
        passkey.RelyingParty = "nambinh.example";
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync()).Status);
        (passkey.RelyingParty, passkey.Recognises) = ("localhost", false);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync()).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task Answer_ThatIsNone_IsRefused(string answer)
    {
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Unauthorized, (await ProveAsync(visitor, page.Values("ticket").Single(), answer)).Status);
    }

    [Fact]
    public async Task Challenge_TooOld_IsRefused()
    {
        await RegisterAsync(Walk.Secretary);
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.GetAsync("/sign-in");
        clock.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Unauthorized, (await ProveAsync(visitor, page.Values("ticket").Single(), passkey.Prove(Options(page, "get")))).Status);
    }

    [Fact]
    public async Task Registration_WithoutThePasswordOrOfAnothersChallenge_IsRefused()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Secretary);
        var page = await visitor.GetAsync("/account");
        var (ticket, made) = (page.Values("Ticket").Single(), passkey.Create(Options(page, "create")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await KeepAsync(visitor, ticket, made, "không đúng")).Status);
        using var other = await Visitor.EnterAsync(office, Walk.Chief);
        await other.GetAsync("/account");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await KeepAsync(other, ticket, made, TrialAccounts.Password)).Status);
        Assert.Equal(0, await office.InStoreAsync(db => db.Set<IdentityUserPasskey<Guid>>().CountAsync()));
    }

    [Fact]
    public async Task Passkey_Removed_LetsNobodyIn()
    {
        using var visitor = await RegisterAsync(Walk.Secretary);
        var page = await visitor.GetAsync("/account");
        var removal = Removal().Match(page.Html).Value;
        using (var other = await Visitor.EnterAsync(office, Walk.Chief))
        {
            await other.GetAsync("/account");
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(removal)).Status);
        }

        await visitor.GetAsync("/account");
        Assert.Equal("/account", (await visitor.PostAsync(removal)).Path);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync()).Status);
    }

    [Fact]
    public async Task Passkey_ConfirmsItsOwnerOnly()
    {
        using var visitor = await RegisterAsync(Walk.Secretary);
        Assert.Null(await ConfirmAsync(Walk.Secretary));
        Assert.Equal("identity.not-confirmed", (await ConfirmAsync(Walk.Chief))?.Code);
    }

    [Fact]
    public async Task Address_WithoutAHostName_HasNoPasskeys()
    {
        using var bare = new RunningOffice();
        await bare.InitializeAsync();
        using var visitor = await Visitor.EnterAsync(bare, Walk.Secretary);
        Assert.DoesNotContain("data-passkey", (await visitor.GetAsync("/account")).Html, StringComparison.Ordinal);
        await bare.DisposeAsync();
    }

    private async Task<Refusal?> ConfirmAsync(string email)
    {
        var actor = await office.ActorAsync(email);
        await using var scope = office.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var asked = await scope.ServiceProvider.GetRequiredService<Passkeys>().AskAsync();
        return await scope.ServiceProvider.GetRequiredService<ConfirmIdentity>().RunAsync(actor, new(null, null, passkey.Prove(asked.Options), asked.Ticket), default);
    }

    private async Task<Visitor> RegisterAsync(string email)
    {
        var visitor = await Visitor.EnterAsync(office, email);
        var page = await visitor.GetAsync("/account");
        var kept = await KeepAsync(visitor, page.Values("Ticket").Single(), passkey.Create(Options(page, "create")), TrialAccounts.Password);
        Assert.Equal((HttpStatusCode.OK, "/account"), (kept.Status, kept.Path));
        Assert.Contains("Máy phòng 305", kept.Words, StringComparison.Ordinal);
        return visitor;
    }

    private static Task<SeenPage> KeepAsync(Visitor visitor, string ticket, string made, string password) =>
        visitor.PostAsync("/account/passkeys", ("Name", "Máy phòng 305"), ("Ticket", ticket), ("Credential", made), ("Current", password));

    private async Task<SeenPage> TryAsync()
    {
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.GetAsync("/sign-in");
        return await ProveAsync(visitor, page.Values("ticket").Single(), passkey.Prove(Options(page, "get")));
    }

    private static Task<SeenPage> ProveAsync(Visitor visitor, string ticket, string answer) =>
        visitor.PostAsync("/sign-in?handler=Passkey", ("ticket", ticket), ("Credential", answer));

    private static string Options(SeenPage page, string what) =>
        WebUtility.HtmlDecode(Regex.Match(page.Html, $"data-passkey=\"{what}\" data-options=\"([^\"]+)\"").Groups[1].Value);

    [GeneratedRegex("/account/passkeys/[A-Za-z0-9_-]+/removal")]
    private static partial Regex Removal();
}
