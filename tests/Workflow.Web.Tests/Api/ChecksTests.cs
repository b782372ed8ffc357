using System.Net;
using Workflow.Directives.Documents.Rules;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>POST /api/checks tells what the form rules find and stores nothing; POST …/fixes mends a draft.</summary>
public sealed class ChecksTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Path = "/api/checks";

    private static readonly string Broken = Texts.Letter
        .Replace("T/M BAN", "TM. BAN", StringComparison.Ordinal)
        .Replace("Rà soát phương án", "Rà soát  phương án", StringComparison.Ordinal);

    [Fact]
    public async Task Text_WithFaults_IsAnsweredWithNumberPlaceAndFix()
    {
        var answer = (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync(Path, new { text = Broken }, key: ""))).Must(HttpStatusCode.OK).Json;

        Assert.Equal(("HD05", 0, 2), (answer.GetProperty("profile").GetString(), answer.GetProperty("errors").GetInt32(), answer.GetProperty("warnings").GetInt32()));
        var authority = answer.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("rule").GetString() == "authority-form");
        Assert.Equal("3", authority.GetProperty("number").GetString());
        Assert.Equal("Warning", authority.GetProperty("severity").GetString());
        Assert.Equal(3, authority.GetProperty("span").GetProperty("length").GetInt32());
        var edit = authority.GetProperty("fix").GetProperty("edits").EnumerateArray().Single();
        Assert.Equal(("TM. BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"), (edit.GetProperty("old").GetString(), edit.GetProperty("new")[0].GetString()));
    }

    [Fact]
    public async Task Text_OfAnEarlierDay_IsHeldToTheRulesOfItsTime()
    {
        var answer = (await office.As(Walk.Drafter).PostAsync(Path + "?day=2021-08-31", new { text = Texts.Letter }, key: "")).Must(HttpStatusCode.OK).Json;

        Assert.Equal("HD36", answer.GetProperty("profile").GetString());
    }

    [Fact]
    public async Task Text_WithASecrecyMark_IsRefused() =>
        (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync(Path, new { text = "MẬT\n" + Texts.Letter }, key: "")))
            .MustRefuse(HttpStatusCode.UnprocessableEntity, "text.broken");

    [Fact]
    public async Task Rules_AreListedWithTheirNumbers()
    {
        var rules = (await office.As(Walk.Drafter).GetAsync(Path + "/rules")).Must(HttpStatusCode.OK).Json;

        Assert.Equal(FormRules.All.Select(rule => rule.Number), rules.EnumerateArray().Select(one => one.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task Fix_OfADraft_IsItsNextRevision()
    {
        var walk = new Walk(office);
        var id = await walk.DraftAsync(Broken);

        var stale = await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync($"/api/directives/{id}/fixes", new { seenRevision = 7 }));
        stale.MustRefuse(HttpStatusCode.PreconditionFailed, "stale");
        (await office.As(Walk.Drafter).PostAsync($"/api/directives/{id}/fixes", new { seenRevision = 1, rule = "authority-form" })).Must(HttpStatusCode.OK);
        (await office.As(Walk.Drafter).PostAsync($"/api/directives/{id}/fixes", new { seenRevision = 2 })).Must(HttpStatusCode.OK);

        Assert.Equal(3, await walk.RevisionAsync(id));
        var text = (await office.As(Walk.Drafter).GetAsync($"/api/directives/{id}/revisions/3")).Must(HttpStatusCode.OK).Text("text");
        Assert.Equal(Texts.Letter, text);
        var again = await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync($"/api/directives/{id}/fixes", new { seenRevision = 3 }));
        again.MustRefuse(HttpStatusCode.Conflict, "draft.fix-gone");
    }
}
