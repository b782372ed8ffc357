using System.Net;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Edge;

/// <summary>An office reached through TLS, behind a proxy it knows.</summary>
public sealed class SecureOfficeTests : IAsyncLifetime, IDisposable
{
    private readonly RunningOffice office = new(
        ["--Office:PublicOrigin", "https://vanban.nambinh.example", "--Edge:Hosts", "vanban; 10.1.2.3", "--Edge:TrustedProxies", "127.0.0.1", "--Edge:LinkMissesPerMinute", "2"]);

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    public void Dispose() => office.Dispose();

    [Theory]
    [InlineData("vanban.nambinh.example")]
    [InlineData("VANBAN")]
    [InlineData("10.1.2.3:8080")]
    public async Task Response_OverTls_AsksForTlsAYearLong(string host)
    {
        using var asked = new Asked(office);
        using var response = await asked.SendAsync("GET", "/sign-in", null, ("Host", host));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("max-age=31536000; includeSubDomains", response.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task Cookies_OverTls_BelongToThisHostAlone()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        using var asked = new Asked(office);
        using var response = await asked.SendAsync("GET", "/sign-in");
        var cookie = response.Headers.GetValues("Set-Cookie").Single(one => one.Contains("form", StringComparison.Ordinal));
        Assert.StartsWith("__Host-workflow-form=", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("BadInput", "11")]
    public async Task Misses_BehindAKnownProxy_CountForTheAddressItNames()
    {
        using var asked = new Asked(office);
        foreach (var (address, status) in new[]
        {
            ("203.0.113.1", HttpStatusCode.NotFound), ("203.0.113.1", HttpStatusCode.NotFound), ("203.0.113.1", HttpStatusCode.TooManyRequests),
            ("203.0.113.2", HttpStatusCode.NotFound),
        })
        {
            using var response = await asked.SendAsync("GET", "/a/x", null, ("X-Forwarded-For", address));
            Assert.Equal(status, response.StatusCode);
        }
    }
}
