using System.Net;
using Workflow.Directives.Sample;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>Every door says no in the right way, and a no leaves the store as it was.</summary>
public sealed class RefusedTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private static readonly string[] UnderDirective =
        ["submission", "revisions", "cancellation", "recipient-settlements", "number-void-proposal", "number-void"];

    private readonly Walk walk = new(office);

    [Theory]
    [InlineData(Walk.Administrator)]
    [InlineData(Walk.Secretary)]
    [InlineData(Walk.Clerk)]
    public async Task Draft_ByWrongRole_Is403(string email) =>
        (await office.ChangesNothingAsync(() => office.As(email).PostAsync("/api/directives", new { templateKey = "cong-van" })))
            .MustRefuse(HttpStatusCode.Forbidden, "not-allowed");

    [Fact]
    [Trait("BadInput", "1")]
    public async Task Approval_ByDrafter_Is403()
    {
        var id = await walk.ToAsync("approval");
        var task = await walk.TaskAsync(Walk.Head, id);
        (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync($"/api/work-items/{task}/approval", new { seenRevision = 1 })))
            .MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task NumberVoid_ByRegistryAlone_Is403()
    {
        var id = await walk.ToAsync("issue");
        (await office.As(Walk.Registry).PostAsync($"/api/directives/{id}/number-void-proposal", new { reason = "Nhầm loại văn bản" })).Must(HttpStatusCode.OK);
        (await office.ChangesNothingAsync(() => office.As(Walk.Registry).PostAsync($"/api/directives/{id}/number-void")))
            .MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    [Trait("BadInput", "9")]
    public async Task AnotherUnitsDirective_IsNowhere_NeverForbidden()
    {
        var id = await walk.ToAsync("approval");
        var task = await walk.TaskAsync(Walk.Head, id);
        var stranger = office.As(Walk.OtherDrafter);
        foreach (var path in new[] { "", "/revisions/1", "/recipients", "/history", "/deliveries" })
        {
            (await stranger.GetAsync($"/api/directives/{id}{path}")).MustRefuse(HttpStatusCode.NotFound, "not-found");
        }

        foreach (var act in UnderDirective)
        {
            var never = act is "number-void-proposal" or "number-void";
            (await office.ChangesNothingAsync(() => stranger.PostAsync($"/api/directives/{id}/{act}", new { seenRevision = 1, text = "x", line = "x", reason = "x" })))
                .MustRefuse(never ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, never ? "not-allowed" : "not-found");
        }

        (await office.ChangesNothingAsync(() => office.As(Walk.HeadElsewhere).PostAsync($"/api/work-items/{task}/approval", new { seenRevision = 1 })))
            .MustRefuse(HttpStatusCode.NotFound, "not-found");
        Assert.DoesNotContain(id.ToString(), (await stranger.GetAsync("/api/directives")).Must(HttpStatusCode.OK).Body, StringComparison.Ordinal);
        Assert.Equal("[]", (await stranger.GetAsync($"/api/work-items?directive={id}")).Must(HttpStatusCode.OK).Body);
    }

    [Fact]
    [Trait("BadInput", "3")]
    public async Task Approval_OfOlderRevision_Is412()
    {
        var id = await walk.DraftAsync();
        (await office.As(Walk.Drafter).PostAsync(
            $"/api/directives/{id}/revisions", new { seenRevision = 1, text = Texts.Letter.Replace("hồ chứa", "hồ đập", StringComparison.Ordinal) })).Must(HttpStatusCode.OK);
        await walk.SubmitAsync(id);
        var task = await walk.TaskAsync(Walk.Head, id);
        (await office.ChangesNothingAsync(() => office.As(Walk.Head).PostAsync($"/api/work-items/{task}/approval", new { seenRevision = 1 })))
            .MustRefuse(HttpStatusCode.PreconditionFailed, "stale");
        (await office.ChangesNothingAsync(() => office.As(Walk.Head).PostAsync($"/api/work-items/{task}/approval", new { })))
            .MustRefuse(HttpStatusCode.PreconditionFailed, "stale");
    }

    [Fact]
    public async Task Approval_Twice_Is409()
    {
        var id = await walk.ToAsync("approval");
        var task = await walk.TaskAsync(Walk.Head, id);
        (await office.As(Walk.Head).PostAsync($"/api/work-items/{task}/approval", new { seenRevision = 1 })).Must(HttpStatusCode.OK);
        (await office.ChangesNothingAsync(() => office.As(Walk.Head).PostAsync($"/api/work-items/{task}/approval", new { seenRevision = 1 })))
            .MustRefuse(HttpStatusCode.Conflict, "work.done");
    }

    [Theory]
    [InlineData("issuance")]
    [InlineData("seal")]
    [InlineData("closure")]
    [Trait("BadInput", "7")]
    public async Task Step_SkippedAhead_Is409(string act)
    {
        var id = await walk.ToAsync("number");
        var task = await walk.TaskAsync(Walk.Registry, id);
        (await office.ChangesNothingAsync(() => office.As(Walk.Registry).PostAsync($"/api/work-items/{task}/{act}", new { seenRevision = 1, seenHash = "x", seenPaper = "x" })))
            .MustRefuse(HttpStatusCode.Conflict, "work.done");
    }

    [Fact]
    [Trait("BadInput", "40")]
    public async Task Signature_OfOtherContentThanShown_Is409()
    {
        var id = await walk.ToAsync("signature");
        var task = await walk.TaskAsync(Walk.Secretary, id);
        (await office.ChangesNothingAsync(() => office.As(Walk.Secretary).PostAsync(
            $"/api/work-items/{task}/signature", new { seenRevision = 1, seenHash = new string('0', 64), seenPaper = "", pin = TrialAuthority.Pin })))
            .MustRefuse(HttpStatusCode.Conflict, "signing.shown-differs");
    }

    [Fact]
    [Trait("BadInput", "4")]
    public async Task Signature_ByTwoLeadersAtOnce_IsOneAndAConflict()
    {
        var id = await walk.ToAsync("signature");
        var task = await walk.TaskAsync(Walk.Secretary, id);
        var (first, second) = (await walk.SigningAsync(Walk.Secretary, task), await walk.SigningAsync(Walk.DeputySecretary, task));
        var answers = await Task.WhenAll(
            office.As(Walk.Secretary).PostAsync($"/api/work-items/{task}/signature", first),
            office.As(Walk.DeputySecretary).PostAsync($"/api/work-items/{task}/signature", second));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(one => one.Status).Order());
    }

    [Fact]
    [Trait("BadInput", "53")]
    public async Task Number_WithDateAhead_Is422()
    {
        var id = await walk.ToAsync("number");
        var task = await walk.TaskAsync(Walk.Registry, id);
        var answer = await office.ChangesNothingAsync(() => office.As(Walk.Registry).PostAsync(
            $"/api/work-items/{task}/number", new { date = DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }));
        answer.Must(HttpStatusCode.UnprocessableEntity);
    }
}
