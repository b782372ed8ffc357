using System.Net;
using System.Text.RegularExpressions;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Edge;

/// <summary>What every response tells the browser, whatever it answers.</summary>
public sealed partial class ResponseHeadersTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private readonly Walk walk = new(office);

    [Fact]
    public async Task EveryEndpoint_ForAnybodyAndForSomebodySignedIn_CarriesTheHeaders()
    {
        using var asked = new Asked(office);
        var everywhere = Asked.Everywhere(office);
        Assert.True(everywhere.Count > 100, $"{everywhere.Count} endpoints");
        foreach (var (method, path) in everywhere)
        {
            foreach (var token in new[] { null, office.TokenOf(Walk.Registry) })
            {
                using var content = method == "POST" ? Asked.Json("{}") : null;
                using var response = await asked.SendAsync(method, path, content, [("Authorization", $"Bearer {token}"), ("Idempotency-Key", "headers")]);
                AssertGuarded(response, $"{method} {path}");
            }
        }
    }

    [Fact]
    public async Task EveryPage_ForSomebodySignedIn_CarriesTheHeaders()
    {
        var id = await walk.ToAsync("number");
        await walk.OnAsync(id, "closure");
        await office.SendMailAsync();
        using var visitor = await Visitor.EnterAsync(office, Walk.Registry);
        foreach (var path in new[]
        {
            "/work", "/directives", "/register", "/outbox", "/orders", "/reading", "/verify", "/form-rules", "/directory/units", $"/directives/{id}",
            $"/directives/{id}?tab=board", $"/directives/{id}/files/document.pdf", $"/directives/{id}/files/signed.pdf",
            $"/directives/{id}/files/evidence.zip", "/none/such",
        })
        {
            using var response = await visitor.ResponseAsync(path);
            AssertGuarded(response, path);
        }

        var link = Letters.LinkIn(office.Mail()[0]).AbsolutePath;
        foreach (var path in new[] { link, $"{link}/files/document.pdf", $"{link}/files/signed.pdf" })
        {
            using var response = await visitor.ResponseAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            AssertGuarded(response, "/a/***");
        }
    }

    [Fact]
    public async Task StaticFile_MayBeKept_AndCarriesTheHeadersToo()
    {
        using var asked = new Asked(office);
        foreach (var path in new[] { "/app.js", "/site.css", "/icons.svg", "/mark.svg" })
        {
            using var response = await asked.SendAsync("GET", path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            AssertPolicies(response, path);
            Assert.NotEqual("no-store", response.Headers.CacheControl?.ToString());
        }
    }

    [Theory]
    [InlineData("GET", "/none/such", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/none", HttpStatusCode.NotFound)]
    [InlineData("GET", "/.git/config", HttpStatusCode.NotFound)]
    [InlineData("GET", "/metrics", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/directives", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/directives", HttpStatusCode.MethodNotAllowed)]
    [InlineData("TRACE", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("TRACE", "/api/directives", HttpStatusCode.MethodNotAllowed)]
    [InlineData("BREW", "/", HttpStatusCode.NotImplemented)]
    [InlineData("GET", "/a/x", HttpStatusCode.NotFound)]
    [InlineData("OPTIONS", "/directives", HttpStatusCode.NoContent)]
    [Trait("BadInput", "51")]
    public async Task Error_BeforeAnyPage_CarriesTheHeadersAndNoTrace(string method, string path, HttpStatusCode status)
    {
        using var asked = new Asked(office);
        using var response = await asked.SendAsync(method, path);
        Assert.Equal(status, response.StatusCode);
        AssertGuarded(response, path);
        AssertTellsNothing(await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/work")]
    [InlineData("/api/directives")]
    [Trait("BadInput", "51")]
    [Trait("BadInput", "55")]
    public async Task Defect_NobodyForesaw_Is500WithoutWhatItSays(string path)
    {
        const string Secret = "words that quote what was sent";
        using var visitor = await Visitor.EnterAsync(office, Walk.Registry);
        office.Trouble.FailReads(Secret);
        using var response = path == "/work"
            ? await visitor.ResponseAsync(path)
            : await new Asked(office).SendAsync("GET", path, null, ("Authorization", $"Bearer {office.TokenOf(Walk.Registry)}"));
        office.Trouble.Heal();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        AssertGuarded(response, path);
        var body = await response.Content.ReadAsStringAsync();
        AssertTellsNothing(body);
        Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, office.Log.Text, StringComparison.Ordinal);
        Assert.Contains("A request failed: System.InvalidOperationException", office.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_ThatFails_Is503WithTheHeaders()
    {
        using var asked = new Asked(office);
        office.Trouble.FailAfter(0);
        using var body = Asked.Json("{\"templateKey\":\"cong-van\"}");
        using var response = await asked.SendAsync(
            "POST", "/api/directives", body, ("Authorization", $"Bearer {office.TokenOf(Walk.Drafter)}"), ("Idempotency-Key", "failing"));
        office.Trouble.Heal();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        AssertGuarded(response, "/api/directives");
    }

    [Fact]
    public async Task Page_Twice_HasAnotherNonceAndOnItsScriptsAlone()
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Registry);
        var nonces = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var response = await visitor.ResponseAsync("/work");
            var nonce = Nonce().Match(Policy(response)).Groups[1].Value;
            var html = await response.Content.ReadAsStringAsync();
            var scripts = Regex.Matches(html, "<script[^>]*>").Select(one => WebUtility.HtmlDecode(one.Value)).ToList();
            Assert.NotEmpty(scripts);
            Assert.All(scripts, script => Assert.Contains($"nonce=\"{nonce}\"", script, StringComparison.Ordinal));
            nonces.Add(nonce);
        }

        Assert.NotEqual(nonces[0], nonces[1]);
        Assert.All(nonces, nonce => Assert.True(Convert.FromBase64String(nonce).Length >= 16));
    }

    internal static void AssertGuarded(HttpResponseMessage response, string path)
    {
        AssertPolicies(response, path);
        if (!path.EndsWith(".css", StringComparison.Ordinal) && !path.EndsWith(".js", StringComparison.Ordinal) && !path.EndsWith(".svg", StringComparison.Ordinal)
            && !path.EndsWith(".gz", StringComparison.Ordinal) && !path.EndsWith(".br", StringComparison.Ordinal))
        {
            Assert.True(response.Headers.CacheControl?.ToString() == "no-store", $"{path}: {response.Headers.CacheControl}");
        }
    }

    private static void AssertPolicies(HttpResponseMessage response, string path)
    {
        var policy = Policy(response);
        Assert.True(policy.StartsWith("default-src 'none'; ", StringComparison.Ordinal), $"{path}: {policy}");
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.Matches(Nonce(), policy);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var (name, value) in new[]
        {
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Reporting-Endpoints", "policy=\"/csp-reports\""),
        })
        {
            Assert.True(response.Headers.TryGetValues(name, out var found) && found.Single() == value, $"{path}: {name}");
        }

        Assert.Contains("camera=()", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"), path);
    }

    private static string Policy(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : "";

    private static void AssertTellsNothing(string body)
    {
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Workflow.Web", body, StringComparison.Ordinal);
    }

    [GeneratedRegex("script-src 'nonce-([A-Za-z0-9+/=]{24})';")]
    private static partial Regex Nonce();
}
