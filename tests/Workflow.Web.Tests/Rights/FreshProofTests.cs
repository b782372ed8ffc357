using System.Net;
using System.Text.Json;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Rights;

/// <summary>Acts that cannot be taken back want a fresh proof of who acts, made for the very request.</summary>
public sealed class FreshProofTests : IAsyncLifetime, IDisposable
{
    private readonly MovedClock clock = new();
    private readonly RunningOffice office;

    public FreshProofTests() => office = new([], clock);

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    public void Dispose() => office.Dispose();

    [Fact]
    [Trait("BadInput", "41")]
    public async Task Number_WithoutAProofOrWithOneForAnotherRequest_Is401AndChangesNothing()
    {
        var (path, other) = (await PathAsync(), await PathAsync());
        var registry = office.As(Walk.Registry);
        var body = JsonSerializer.Serialize(new { date = (string?)null });
        string?[] proofs =
        [
            "none", "", await registry.ConfirmAsync(other, body), await registry.ConfirmAsync(path, body + " "), await office.As(Walk.OtherRegistry).ConfirmAsync(path, body),
        ];
        foreach (var proof in proofs)
        {
            (await office.ChangesNothingAsync(() => SendAsync(registry, path, body, proof!))).MustRefuse(HttpStatusCode.Unauthorized, "identity.wanted");
        }

        Assert.Null(await registry.ConfirmAsync(path, body, "mật khẩu không đúng đâu"));
        (await SendAsync(registry, path, body, (await registry.ConfirmAsync(path, body))!)).Must(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("BadInput", "41")]
    public async Task Proof_OfTenMinutesAgo_Is401()
    {
        var path = await PathAsync();
        var registry = office.As(Walk.Registry);
        var proof = await registry.ConfirmAsync(path, "{}");
        clock.Pass(TimeSpan.FromMinutes(10));

        (await office.ChangesNothingAsync(() => SendAsync(registry, path, "{}", proof!))).MustRefuse(HttpStatusCode.Unauthorized, "identity.wanted");
    }

    [Fact]
    public async Task Proof_UsedOnce_IsNotTakenAgain()
    {
        var path = await PathAsync();
        var registry = office.As(Walk.Registry);
        var proof = await registry.ConfirmAsync(path, "{}");
        (await SendAsync(registry, path, "{}", proof!)).Must(HttpStatusCode.OK);

        (await office.ChangesNothingAsync(() => SendAsync(registry, path, "{}", proof!))).MustRefuse(HttpStatusCode.Unauthorized, "identity.wanted");
    }

    [Fact]
    public async Task Form_WithTheWrongPassword_ShowsTheTaskAgain_AndChangesNothing()
    {
        var walk = new Walk(office);
        var id = await walk.ToAsync("number");
        var task = await walk.TaskAsync(Walk.Registry, id);
        using var visitor = await Visitor.EnterAsync(office, Walk.Registry);
        await visitor.GetAsync($"/work/{task}");
        visitor.Proof = "mật khẩu không đúng đâu";
        var before = await StoreContent.ReadAsync(office.Database);

        var page = await visitor.PostAsync($"/work/{task}/number", ("Date", "2026-11-22"));

        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Contains("Chưa xác nhận được danh tính", page.Words, StringComparison.Ordinal);
        Assert.Equal(before["RegisterNumbers"], (await StoreContent.ReadAsync(office.Database))["RegisterNumbers"]);
    }

    [Fact]
    [Trait("BadInput", "42")]
    public async Task Administrator_WhoTriesToReadApproveSignOrNumber_Is403()
    {
        var walk = new Walk(office);
        var administrator = office.As(Walk.Administrator);
        var id = await walk.ToAsync("approval");
        var task = await walk.TaskAsync(Walk.Head, id);

        foreach (var path in new[] { "/api/directives", $"/api/directives/{id}", $"/api/directives/{id}/revisions/1", $"/api/work-items/{task}/signing" })
        {
            (await administrator.GetAsync(path)).MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
        }

        foreach (var act in new[] { "approval", "signature", "number", "seal", "issuance" })
        {
            (await office.ChangesNothingAsync(() => administrator.PostAsync($"/api/work-items/{task}/{act}", new { seenRevision = 1 }))).MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
        }
    }

    private async Task<string> PathAsync()
    {
        var walk = new Walk(office);
        return $"/api/work-items/{await walk.TaskAsync(Walk.Registry, await walk.ToAsync("number"))}/number";
    }

    private static Task<ApiAnswer> SendAsync(ApiPerson person, string path, string body, string proof)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.Add("Step-Up", proof);
        return person.SendAsync(request);
    }
}
