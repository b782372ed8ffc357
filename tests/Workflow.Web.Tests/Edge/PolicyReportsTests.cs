using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Web.Edge;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Edge;

/// <summary>Reports of browsers about broken content policies.</summary>
public sealed class PolicyReportsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Old = """{"csp-report":{"document-uri":"http://127.0.0.1/a/secret-of-a-link","effective-directive":"script-src-elem","script-sample":"words"}}""";
    private const string New = """[{"type":"csp-violation","url":"http://127.0.0.1/a/secret-of-a-link","body":{"effectiveDirective":"img-src","sample":"words"}}]""";

    [Theory]
    [InlineData(Old, "application/csp-report", "script-src-elem")]
    [InlineData(New, "application/reports+json", "img-src")]
    [InlineData("""{"csp-report":{"effective-directive":"line\r\nforged: yes"}}""", "application/csp-report", "other")]
    public async Task Report_OfABrowser_IsCountedAndOnlyItsDirectiveLogged(string report, string type, string directive)
    {
        var reports = office.Services.GetRequiredService<PolicyReports>();
        var before = reports.Seen;
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(report, type));
        Assert.Equal(before + 1, reports.Seen);
        Assert.Contains($"broken content policy: {directive}", office.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-a-link", office.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("forged", office.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "application/csp-report", HttpStatusCode.BadRequest)]
    [InlineData("\"words\"", "application/csp-report", HttpStatusCode.NoContent)]
    [InlineData(Old, "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Report_ThatIsNone_CountsNothing(string report, string type, HttpStatusCode status)
    {
        var before = office.Services.GetRequiredService<PolicyReports>().Seen;
        Assert.Equal(status, await SendAsync(report, type));
        Assert.Equal(before, office.Services.GetRequiredService<PolicyReports>().Seen);
    }

    [Fact]
    public async Task Report_TooLong_Is413() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(new string(' ', 20_000) + Old, "application/csp-report"));

    private async Task<HttpStatusCode> SendAsync(string report, string type)
    {
        using var asked = new Asked(office);
        using var content = new StringContent(report, Encoding.UTF8, new MediaTypeHeaderValue(type));
        using var response = await asked.SendAsync("POST", PolicyReports.Path, content);
        return response.StatusCode;
    }
}
