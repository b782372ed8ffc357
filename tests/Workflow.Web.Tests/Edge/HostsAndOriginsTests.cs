using System.Net;
using System.Net.Http.Headers;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Edge;

/// <summary>Under which name the office is asked, from whose page, and through whom.</summary>
public sealed class HostsAndOriginsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private readonly Walk walk = new(office);

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example:5080", HttpStatusCode.BadRequest)]
    [InlineData("169.254.169.254", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:9", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [Trait("BadInput", "47")]
    public async Task Host_ThatIsNotOurs_Is400(string host, HttpStatusCode status)
    {
        using var asked = new Asked(office);
        using var response = await asked.SendAsync("GET", "/sign-in", null, ("Host", host));
        Assert.Equal(status, response.StatusCode);
        ResponseHeadersTests.AssertGuarded(response, host);
        Assert.DoesNotContain("evil", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("BadInput", "47")]
    public async Task LinksInMails_WithForgedHeaders_LeadToTheConfiguredOrigin()
    {
        var id = await walk.ToAsync("issue");
        var (path, _) = await walk.ActAsync(id, "issue", await walk.TaskAsync(Walk.Registry, id), Walk.Registry);
        using var asked = new Asked(office);
        (string, string)[] forged =
        [
            ("Authorization", $"Bearer {office.TokenOf(Walk.Registry)}"), ("Idempotency-Key", "forged"),
            ("Step-Up", (await office.As(Walk.Registry).ConfirmAsync(path, null))!), ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7"), ("Forwarded", "host=evil.example;proto=https"), ("X-Original-Host", "evil.example"),
        ];
        using var response = await asked.SendAsync("POST", path, null, forged);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        await office.SendMailAsync();
        Assert.All(office.Mail(), mail => Assert.Equal("http://127.0.0.1:5080", Letters.LinkIn(mail).GetLeftPart(UriPartial.Authority)));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "SAME-ORIGIN, none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [Trait("BadInput", "13")]
    [Trait("BadInput", "20")]
    public async Task Post_FromAnotherSite_Is403AndChangesNothing(string header, string value)
    {
        var id = await walk.DraftAsync();
        var (token, path) = ($"Bearer {office.TokenOf(Walk.Drafter)}", $"/api/directives/{id}/submission");
        using var asked = new Asked(office);
        var before = await StoreContent.ReadAsync(office.Database);
        foreach (var (target, body) in new (string, HttpContent)[]
        {
            (path, Asked.Json("{\"seenRevision\":1}")), ("/sign-in?handler=Person", Asked.Form(("personId", Guid.Empty.ToString()))),
            ("/a/x/acknowledgment", Asked.Form(("Name", "x"))), ("/language", Asked.Form(("language", "en"))),
        })
        {
            using var response = await asked.SendAsync("POST", target, body, ("Authorization", token), ("Idempotency-Key", "cross"), (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            body.Dispose();
        }

        Assert.Equal(before, await StoreContent.ReadAsync(office.Database));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:5080")]
    public async Task Post_FromOurOwnPages_IsTaken(string header, string value)
    {
        using var asked = new Asked(office);
        using var body = Asked.Json("{\"templateKey\":\"cong-van\"}");
        using var response = await asked.SendAsync(
            "POST", "/api/directives", body, ("Authorization", $"Bearer {office.TokenOf(Walk.Drafter)}"), ("Idempotency-Key", header + value), (header, value));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    [Trait("BadInput", "20")]
    public async Task Form_WithoutItsAntiForgeryField_Is400()
    {
        using var asked = new Asked(office);
        using var form = Asked.Form(("language", "en"));
        using var response = await asked.SendAsync("POST", "/language", form, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(one => one.StartsWith("language", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [Trait("BadInput", "20")]
    public async Task Receipt_SentAsAFormOfAnotherSiteCan_Is415(string type)
    {
        using var asked = new Asked(office);
        using var body = new StringContent("{\"name\":\"x\",\"position\":\"y\"}", new MediaTypeHeaderValue(type));
        using var response = await asked.SendAsync("POST", $"/api/receipts/{new string('A', 43)}/acknowledgment", body, ("Idempotency-Key", "plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [Trait("BadInput", "48")]
    public async Task WayBack_ToAnotherSite_LeadsToTheStartPage(string back)
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        var page = await visitor.PostAsync("/language", ("language", "vi"), ("back", back));
        Assert.Equal("/work", page.Path);
        Assert.DoesNotContain("evil", (await visitor.GetAsync($"/sign-in?back={Uri.EscapeDataString(back)}")).Html.Replace(
            WebUtility.HtmlEncode(Uri.EscapeDataString(back)), "", StringComparison.Ordinal).Split("<a ").Skip(1).Select(link => link.Split('>')[0]).Aggregate("", (all, one) => all + one), StringComparison.Ordinal);
    }
}
