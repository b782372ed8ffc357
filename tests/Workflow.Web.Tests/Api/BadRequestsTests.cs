using System.Net;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>Requests that are broken below any rule of the office.</summary>
public sealed class BadRequestsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const int TooMuch = (2 * 1024 * 1024) + 1;

    [Theory]
    [InlineData("{\"templateKey\":", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{\"templateKey\":7}", HttpStatusCode.BadRequest)]
    [InlineData("{\"templateKey\":\"cong-van\",\"urgency\":\"Soon\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"templateKey\":\"cong-van\",\"text\":\"\\ud800\"}", HttpStatusCode.BadRequest)]
    [Trait("BadInput", "51")]
    public async Task Body_ThatIsNoRequest_IsRefusedWithoutAStackTrace(string body, HttpStatusCode status)
    {
        var answer = await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostTextAsync("/api/directives", body, Guid.NewGuid().ToString()));
        answer.Must(status);
        Assert.DoesNotContain("   at ", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [Trait("BadInput", "20")]
    public async Task Body_NotSentAsJson_Is415(string type) =>
        (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostTextAsync("/api/directives", "{\"templateKey\":\"cong-van\"}", "typed", type)))
            .Must(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task Body_TooLarge_Is413() =>
        (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync("/api/directives", new { text = new string('a', TooMuch) })))
            .Must(HttpStatusCode.RequestEntityTooLarge);

    [Theory]
    [InlineData("POST", "/api/nothing")]
    [InlineData("GET", "/api/nothing")]
    [InlineData("GET", "/api/directives/1")]
    [InlineData("DELETE", "/api/directives")]
    [InlineData("PUT", "/api/directives")]
    public async Task Path_ThatIsNone_IsRefusedAndNeverRedirected(string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Idempotency-Key", "path");
        var answer = await office.ChangesNothingAsync(() => office.As(Walk.Drafter).SendAsync(request));
        Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{answer.Status}");
    }

    [Fact]
    public async Task Address_OfNoPage_SaysSoInVietnamese()
    {
        var answer = (await office.With(null).GetAsync("/nothing/here")).Must(HttpStatusCode.NotFound);
        Assert.Equal("text/html", answer.Type?.MediaType);
        Assert.Contains("<h1", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("BadInput", "26")]
    public async Task Search_WithSignsOfSqlAndPatterns_IsLiteral()
    {
        foreach (var name in new[] { "' OR 1=1--", "%", "_", "\\" })
        {
            Assert.Equal("[]", (await office.As(Walk.Drafter).GetAsync($"/api/units?name={Uri.EscapeDataString(name)}")).Must(HttpStatusCode.OK).Body);
        }
    }
}
