using System.Net;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>Tasks and search through the API: what each caller may read, and nothing more.</summary>
public sealed class OrdersTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task Tasks_AreProposedConfirmedAndDropped_AndAUnitReadsNoneOfThemHere()
    {
        var walk = new Walk(office);
        var id = await walk.DraftAsync();
        var drafter = office.As(Walk.Drafter);

        var proposed = (await drafter.GetAsync($"/api/directives/{id}/orders")).Must(HttpStatusCode.OK).Json.EnumerateArray().ToList();
        Assert.Equal(["Proposed", "Proposed"], proposed.Select(one => one.GetProperty("state").GetString()));
        Assert.Equal("qua Văn phòng Tỉnh ủy", proposed[1].GetProperty("proposal").GetProperty("route").GetString());
        Assert.Equal(3, proposed[0].GetProperty("units").GetArrayLength());

        var dropped = await drafter.PostAsync($"/api/directives/{id}/orders/removal", new { key = proposed[0].GetProperty("key").GetString() });
        Assert.Equal("Dropped", dropped.Must(HttpStatusCode.OK).Text("state"));
        (await office.ChangesNothingAsync(() => drafter.PostAsync($"/api/directives/{id}/orders/confirmation", new { seenRevision = 7 })))
            .MustRefuse(HttpStatusCode.PreconditionFailed, "stale");
        var all = (await drafter.PostAsync($"/api/directives/{id}/orders/confirmation", new { seenRevision = 1 })).Must(HttpStatusCode.OK);
        Assert.Equal(1, all.Json.GetArrayLength());
        (await office.As(Walk.HealthClerk).GetAsync($"/api/directives/{id}/orders")).MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
        (await office.As(Walk.HealthClerk).GetAsync("/api/orders")).MustRefuse(HttpStatusCode.Forbidden, "not-allowed");

        await walk.SubmitAsync(id);
        await walk.OnAsync(id, null);
        var open = (await office.As(Walk.Registry).GetAsync("/api/orders")).Must(HttpStatusCode.OK).Json;
        Assert.Contains(open.EnumerateArray(), one => one.GetProperty("task").GetProperty("directive").GetGuid() == id);
    }

    [Fact]
    public async Task Search_FindsWhatTheCallerMayRead_AndAnswersAnyString()
    {
        var id = await new Walk(office).DraftAsync(Texts.LetterTo(["Sở Y tế"], "Công an tỉnh", "tu bổ đình Vân Sơn"));

        Assert.Equal([id], await SearchAsync(Walk.Drafter, "dinh van son"));
        Assert.Empty(await SearchAsync(Walk.DeputySecretary, "dinh van son"));
        Assert.Empty(await SearchAsync(Walk.HealthClerk, "dinh van son"));
        foreach (var odd in new[] { "\"", "' OR 1=1 --", "NEAR(", "*", "%00", "subject:", "" })
        {
            (await office.As(Walk.Drafter).GetAsync($"/api/directives?search={Uri.EscapeDataString(odd)}")).Must(HttpStatusCode.OK);
        }
    }

    private async Task<List<Guid>> SearchAsync(string email, string words) =>
        [.. (await office.As(email).GetAsync($"/api/directives?search={Uri.EscapeDataString(words)}")).Must(HttpStatusCode.OK).Json.EnumerateArray()
            .Select(one => one.GetProperty("directive").GetProperty("id").GetGuid())];
}
