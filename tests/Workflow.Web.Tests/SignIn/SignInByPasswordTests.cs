using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;
using Workflow.Directives.Sample;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>The sign-in page as the network sees it.</summary>
public sealed class SignInByPasswordTests : IAsyncLifetime, IDisposable
{
    private const string Wrong = "Thư điện tử hoặc mật khẩu không đúng.";

    private readonly MovedClock clock = new();
    private readonly RunningOffice office;

    public SignInByPasswordTests() => office = new RunningOffice([], clock);

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Password_Right_EntersAndGoesWhereItWasAsked()
    {
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.PostAsync("/sign-in?handler=Password", ("email", Walk.Head.ToUpperInvariant()), ("password", TrialAccounts.Password), ("Back", "/register?x=1"));
        Assert.Equal("/register", page.Path);
    }

    [Theory, Trait("BadInput", "48")]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Back_ToAnotherHost_GoesToTheStartPage(string back)
    {
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.PostAsync("/sign-in?handler=Password", ("email", Walk.Head), ("password", TrialAccounts.Password), ("Back", back));
        Assert.Equal((HttpStatusCode.OK, "/work"), (page.Status, page.Path));
    }

    [Theory]
    [InlineData(Walk.Head, "tinh-uy-nam-binh-2025")]
    [InlineData("nobody@tinhuy.nambinh.example", TrialAccounts.Password)]
    [InlineData("' OR 1=1--", TrialAccounts.Password)]
    [InlineData(Walk.Head, "\ud83d\ude00\u0000")]
    public async Task Proof_Wrong_IsAnsweredAlikeAndEntersNowhere(string email, string password)
    {
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Contains(Wrong, page.Words, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        Assert.DoesNotContain(password, page.Html, StringComparison.Ordinal);
    }

    [Fact, Trait("BadInput", "18")]
    public async Task Proof_Wrong_TakesTheSameTimeWhetherThereIsAnAccount()
    {
        await office.SetPasswordAsync(Walk.Secretary);
        using var visitor = await Visitor.ArriveAsync(office);
        await visitor.SignInAsync("warm@tinhuy.nambinh.example", "không phải mật khẩu này");
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var i = 0; i < 7; i++)
        {
            known.Add(await TimedAsync(visitor, Walk.Secretary));
            unknown.Add(await TimedAsync(visitor, $"nobody{i}@tinhuy.nambinh.example"));
        }

        // The machine is shared, so the bound is loose; without the comparison of unknown ones the ratio is 10 and more.
        var ratio = known.Min() / unknown.Min();
        Assert.InRange(ratio, 0.5, 2);
    }

    [Fact, Trait("BadInput", "18")]
    public async Task Account_With200WrongPasswords_WaitsAndItsOwnerEntersFromHisDevice()
    {
        using var owner = await Visitor.ArriveAsync(office);
        Assert.Equal(HttpStatusCode.OK, (await owner.SignInAsync(Walk.Chief, TrialAccounts.Password)).Status);
        using var attacker = await Visitor.ArriveAsync(office);
        var answers = new List<SeenPage>();
        for (var i = 0; i < 200; i++)
        {
            answers.Add(await attacker.SignInAsync(Walk.Chief, $"doan-mo-lan-thu-{i}-nay"));
        }

        Assert.Equal(SignInThrottle.Free, answers.Count(page => page.Status == HttpStatusCode.Unauthorized));
        Assert.All(answers.Skip(SignInThrottle.Free), page => Assert.Equal(HttpStatusCode.TooManyRequests, page.Status));
        Assert.InRange(answers[^1].Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);

        // The right password is no way in for the one who has to wait, and the owner does not wait.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await attacker.SignInAsync(Walk.Chief, TrialAccounts.Password)).Status);
        await owner.PostAsync("/sign-out");
        Assert.Equal(HttpStatusCode.OK, (await owner.SignInAsync(Walk.Chief, TrialAccounts.Password)).Status);
        Assert.Contains("many failed sign-ins", office.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Walk.Chief, office.Log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("doan-mo", office.Log.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("BadInput", "18")]
    public async Task Address_TryingOnePasswordAt200People_Waits()
    {
        using var attacker = await Visitor.ArriveAsync(office);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 200; i++)
        {
            answers.Add((await attacker.SignInAsync($"nguoi{i}@tinhuy.nambinh.example", "mật khẩu hay gặp")).Status);
        }

        Assert.Equal(SignInThrottle.FreeOfAddress, answers.Count(status => status == HttpStatusCode.Unauthorized));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await attacker.SignInAsync(Walk.Head, TrialAccounts.Password)).Status);
        clock.Pass(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.OK, (await attacker.SignInAsync(Walk.Head, TrialAccounts.Password)).Status);
    }

    [Fact, Trait("BadInput", "19")]
    public async Task SecondFactor_WhenEnrolled_IsWantedOnce()
    {
        var seed = await office.EnrolAsync(Walk.Head);
        using var visitor = await Visitor.ArriveAsync(office);
        var ticket = await TicketAsync(visitor);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        var code = office.CodeNow(seed);
        Assert.Equal("/work", (await visitor.PostAsync("/sign-in?handler=Second", ("ticket", ticket), ("code", code))).Path);

        using var another = await Visitor.ArriveAsync(office);
        var again = await another.PostAsync("/sign-in?handler=Second", ("ticket", await TicketAsync(another)), ("code", code));
        Assert.Equal((HttpStatusCode.Unauthorized, "/sign-in"), (again.Status, again.Path));
        Assert.Equal("/sign-in", (await another.GetAsync("/account")).Path);
    }

    [Fact]
    public async Task SecondFactor_WithoutThePassword_IsNoWayIn()
    {
        var seed = await office.EnrolAsync(Walk.Head);
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.PostAsync("/sign-in?handler=Second", ("ticket", "CfDJ8made-up"), ("code", office.CodeNow(seed)));
        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
    }

    [Fact]
    public async Task FirstPassword_ByOneTimeCode_IsSetOnceAndEnters()
    {
        var id = await office.IdAsync(Walk.Head);
        Assert.True((await office.AskAsync<ResetAccount, Directives.Result<Person>>(one => one.RunAsync(Actor.System, id, default))).Done);
        var code = await office.InStoreAsync(db => SignInCode.IssueAsync(db, Walk.Head, clock.GetUtcNow().UtcDateTime, default));
        using var visitor = await Visitor.ArriveAsync(office);
        Assert.Contains("Nhập lại mật khẩu mới", (await visitor.PostAsync("/sign-in?handler=Code", ("code", code!))).Words, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        await visitor.GetAsync("/sign-in");

        var tooShort = await FirstAsync(visitor, code!, "ngắn quá");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooShort.Status);
        Assert.Equal("/work", (await FirstAsync(visitor, code!, Accounts.Password)).Path);

        using var another = await Visitor.ArriveAsync(office);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await another.PostAsync("/sign-in?handler=Code", ("code", code!))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FirstAsync(another, code!, "một câu khác hẳn dài")).Status);
        Assert.Equal(HttpStatusCode.OK, (await another.SignInAsync(Walk.Head, Accounts.Password)).Status);
    }

    [Fact]
    public async Task OneTimeCode_OfSomebodyWithAPassword_IsRefused()
    {
        var code = await office.InStoreAsync(db => SignInCode.IssueAsync(db, Walk.Head, clock.GetUtcNow().UtcDateTime, default));
        using var visitor = await Visitor.ArriveAsync(office);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FirstAsync(visitor, code!, Accounts.Password)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync(Walk.Head, TrialAccounts.Password)).Status);
    }

    [Fact]
    public async Task Disabled_Person_GetsTheSameAnswer()
    {
        await office.InStoreAsync(db => db.Set<Person>().Where(one => one.Email == Walk.Head).ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, DateTime.UtcNow)));
        using var visitor = await Visitor.ArriveAsync(office);
        var page = await visitor.SignInAsync(Walk.Head, TrialAccounts.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Contains(Wrong, page.Words, StringComparison.Ordinal);
    }

    private static Task<SeenPage> FirstAsync(Visitor visitor, string code, string password) =>
        visitor.PostAsync("/sign-in?handler=First", ("code", code), ("password", password), ("again", password));

    private static async Task<string> TicketAsync(Visitor visitor)
    {
        var page = await visitor.SignInAsync(Walk.Head, TrialAccounts.Password);
        Assert.Equal((HttpStatusCode.OK, "/sign-in"), (page.Status, page.Path));
        return Assert.Single(page.Values("ticket"));
    }

    private static async Task<double> TimedAsync(Visitor visitor, string email)
    {
        var begun = Stopwatch.GetTimestamp();
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SignInAsync(email, "không phải mật khẩu này")).Status);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }
}
