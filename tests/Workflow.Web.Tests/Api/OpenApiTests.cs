using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Web.SignIn;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>The description of the API, and the lock on each of its doors.</summary>
public sealed class OpenApiTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task Description_ForAnyone_ListsEveryPostWithASummary()
    {
        var answer = (await office.With(null).GetAsync("/openapi/v1.json")).Must(HttpStatusCode.OK);
        var described = answer.Json.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("post", out _))
            .ToDictionary(path => path.Name.TrimEnd('/'), path => path.Value.GetProperty("post").GetProperty("summary").GetString());
        var posts = Endpoints().Where(one => Methods(one).Contains("POST")).Select(PathOf).ToList();
        Assert.True(posts.Count > 20, $"{posts.Count} POSTs");
        Assert.All(posts, path => Assert.False(string.IsNullOrWhiteSpace(described.GetValueOrDefault(path)), path));
    }

    [Fact]
    public void EveryEndpoint_ButReceipts_WantsAToken()
    {
        foreach (var endpoint in Endpoints())
        {
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(one => one.Policy);
            var receipt = PathOf(endpoint).StartsWith("/api/receipts/", StringComparison.Ordinal);
            Assert.True(receipt ? open : !open && policies.Contains(SignInSetup.ApiPolicy), PathOf(endpoint));
        }
    }

    [Fact]
    public async Task EveryEndpoint_ButReceipts_WithoutToken_Is401()
    {
        foreach (var endpoint in Endpoints().Where(one => !PathOf(one).StartsWith("/api/receipts/", StringComparison.Ordinal)))
        {
            var path = PathOf(endpoint).Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{no}", "1", StringComparison.Ordinal);
            var answer = Methods(endpoint).Contains("POST") ? await office.With(null).PostAsync(path, new { }) : await office.With(null).GetAsync(path);
            Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{path}: {answer.Status}");
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    private static string PathOf(RouteEndpoint endpoint) =>
        "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal);

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    private IEnumerable<RouteEndpoint> Endpoints() => office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(one => PathOf(one).StartsWith("/api/", StringComparison.Ordinal) && Methods(one).Count > 0);
}
