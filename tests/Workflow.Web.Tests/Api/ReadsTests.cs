using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>Looking changes nothing: previews, scanners and browsers may ask as often as they like.</summary>
public sealed class ReadsTests(IssuedLetter letter) : IClassFixture<IssuedLetter>
{
    private const int Requests = 500;
    private static readonly HttpMethod[] Harmless = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Options];
    private static readonly string[] Readers = [Walk.Drafter, Walk.Registry, Walk.Chief, Walk.HealthClerk];

    [Fact]
    [Trait("BadInput", "12")]
    public async Task FiveHundredReads_OfTheLinkAndEveryGetRoute_LeaveEveryRowAsItWas_AndCommitNothing()
    {
        var office = letter.Office;
        var paths = GetRoutes().ToList();
        Assert.True(paths.Count >= 9, string.Join(' ', paths));
        var link = $"/a/{Letters.TokenIn(letter.Mail["Sở Y tế"])}";
        await using var watch = await StoreWatch.OpenAsync(office.Database);
        var rows = await StoreContent.ReadAsync(office.Database);
        for (var i = 0; i < Requests; i++)
        {
            var byLink = i % 2 == 0;
            var request = new HttpRequestMessage(Harmless[i % Harmless.Length], byLink ? link : paths[i / 2 % paths.Count]);
            request.Headers.Add("Purpose", "prefetch");
            var answer = await (byLink ? office.With(null) : office.As(Readers[i % Readers.Length])).SendAsync(request);
            Assert.True((int)answer.Status < 500, $"{request.Method} {request.RequestUri}: {answer.Status}");
            Assert.True(!byLink || request.Method != HttpMethod.Get || answer.Status == HttpStatusCode.OK, $"{answer.Status}");
        }

        Assert.Equal(rows, await StoreContent.ReadAsync(office.Database));
        Assert.False(await watch.SawACommitAsync());
        Assert.All(await letter.Walk.DeliveriesAsync(letter.Id), one => Assert.Equal("Sent", one.GetProperty("status").GetString()));
    }

    private IEnumerable<string> GetRoutes() => letter.Office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(one => one.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)
            && one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(one => "/" + one.RoutePattern.RawText!.Trim('/')
            .Replace("{id:guid}", letter.Id.ToString(), StringComparison.Ordinal).Replace("{no:int}", "1", StringComparison.Ordinal));
}
