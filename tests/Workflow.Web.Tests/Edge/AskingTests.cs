using System.Net;
using Workflow.Web.Startup;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Edge;

/// <summary>Who asks too often has to wait.</summary>
public sealed class AskingTests : IAsyncLifetime, IDisposable
{
    private const int Few = 20;
    private readonly RunningOffice office = new(
        ["--Edge:LinkMissesPerMinute", $"{Few}", "--Edge:SignInMissesPerMinute", $"{Few}", "--Edge:VerificationsPerMinute", $"{Few}", "--Edge:RequestsPerMinute", "200"]);

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    public void Dispose() => office.Dispose();

    [Fact]
    [Trait("BadInput", "11")]
    public async Task Links_Guessed_Are429AfterTwentyMissesWhateverTheForgedAddress()
    {
        using var asked = new Asked(office);
        for (var i = 0; i < Few; i++)
        {
            using var miss = await asked.SendAsync(i % 2 == 0 ? "GET" : "POST", i % 2 == 0 ? $"/a/{i}" : $"/api/receipts/{i}/refusal", i % 2 == 0 ? null : Asked.Json("{}"),
                ("Idempotency-Key", $"{i}"), ("X-Forwarded-For", $"203.0.113.{i}"));
            Assert.Equal(HttpStatusCode.NotFound, miss.StatusCode);
        }

        foreach (var path in new[] { "/a/x", "/api/receipts/x/refusal" })
        {
            using var refused = await asked.SendAsync("GET", path, null, ("X-Forwarded-For", "203.0.113.99"));
            await AssertRefusedAsync(refused, path);
        }

        using var other = await asked.SendAsync("GET", "/sign-in");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task SignIn_ThatFails_Is429AfterTwentyAndWorkGoesOn()
    {
        using var before = await Visitor.EnterAsync(office, Walk.Drafter);
        for (var i = 0; i < Few; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await before.PostAsync("/sign-in?handler=Code", ("code", "wrong"))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await before.PostAsync("/sign-in?handler=Code", ("code", "wrong"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/work")).Status);
    }

    [Fact]
    public async Task Verification_TooOften_Is429()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        await visitor.GetAsync("/verify");
        for (var i = 0; i < Few; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await visitor.PostAsync("/verify", "a.pdf", [1, 2, 3])).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.PostAsync("/verify", "a.pdf", [1, 2, 3])).Status);
    }

    [Fact]
    public async Task Requests_TooMany_Are429WithASentenceAndAWait()
    {
        using var asked = new Asked(office);
        for (var i = 0; i < 200; i++)
        {
            using var taken = await asked.SendAsync("GET", "/mark.svg");
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        foreach (var path in new[] { "/sign-in", "/api/directives" })
        {
            using var refused = await asked.SendAsync("GET", path);
            await AssertRefusedAsync(refused, path);
        }
    }

    [Theory]
    [InlineData("Edge:LinkMissesPerMinute", "0", "1 to 1000000")]
    [InlineData("Edge:TrustedProxies", "proxy.example", "IP addresses")]
    [InlineData("Edge:Hosts", "https://other.example", "host names")]
    [InlineData("Edge:Connections", "1", "10 to 65535")]
    [InlineData("Edge:Conections", "1", "Connections")]
    public async Task Setting_ThatIsWrong_StopsTheStartWithWhatIsAllowed(string key, string value, string allowed)
    {
        var wrong = await Assert.ThrowsAsync<SettingsException>(() => new RunningOffice([$"--{key}", value]).InitializeAsync());
        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, wrong.Message, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage refused, string path)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        ResponseHeadersTests.AssertGuarded(refused, path);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Contains("Quá nhiều yêu cầu", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
