using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>One key, one effect, one answer.</summary>
public sealed class IdempotentPostsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const int AtOnce = 8;
    private static readonly object Draft = new { templateKey = "cong-van", text = Texts.Letter };
    private readonly Walk walk = new(office);

    [Fact]
    [Trait("BadInput", "5")]
    public async Task SameKey_GivesSameAnswer_AndOneEffect()
    {
        var first = (await office.As(Walk.Drafter).PostAsync("/api/directives", Draft, "one")).Must(HttpStatusCode.Created);
        var again = await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync("/api/directives", Draft, "one"));
        Assert.Equal((first.Status, first.Body, first.Headers.Location), (again.Status, again.Body, again.Headers.Location));
        Assert.Equal($"/api/directives/{first.Id}", again.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SameKey_ManyAtOnce_GivesSameAnswer_AndOneEffect()
    {
        var before = await DirectivesAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => office.As(Walk.Drafter).PostAsync("/api/directives", Draft, "at once")));
        Assert.All(answers, one => Assert.Equal((HttpStatusCode.Created, answers[0].Body), (one.Status, one.Body)));
        Assert.Equal(before + 1, await DirectivesAsync());
    }

    [Fact]
    public async Task SameKey_NumberAskedManyTimesAtOnce_TakesOneNumber()
    {
        var id = await walk.ToAsync("number");
        var task = await walk.TaskAsync(Walk.Registry, id);
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => office.As(Walk.Registry).PostAsync($"/api/work-items/{task}/number", null, "number")));
        Assert.All(answers, one => Assert.Equal((HttpStatusCode.OK, answers[0].Body), (one.Status, one.Body)));
        Assert.Equal(1, await office.InStoreAsync(db => db.Set<RegisterNumber>().CountAsync(one => one.DirectiveId == id)));
    }

    [Fact]
    [Trait("BadInput", "6")]
    public async Task SameKey_OtherBodyOrPath_Is422()
    {
        var first = (await office.As(Walk.Drafter).PostAsync("/api/directives", Draft, "mine")).Must(HttpStatusCode.Created);
        (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync("/api/directives", new { templateKey = "chi-thi" }, "mine")))
            .MustRefuse(HttpStatusCode.UnprocessableEntity, "idempotency.other-request");
        (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync($"/api/directives/{first.Id}/submission", Draft, "mine")))
            .MustRefuse(HttpStatusCode.UnprocessableEntity, "idempotency.other-request");
    }

    [Fact]
    public async Task SameKey_OfTwoPeople_IsTwoKeys()
    {
        var first = (await office.As(Walk.Drafter).PostAsync("/api/directives", Draft, "shared")).Must(HttpStatusCode.Created);
        var second = (await office.As(Walk.OtherDrafter).PostAsync("/api/directives", Draft, "shared")).Must(HttpStatusCode.Created);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Key_OfRefusedRequest_MayBeUsedAgain()
    {
        (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync("/api/directives", new { templateKey = "không có" }, "retry")))
            .MustRefuse(HttpStatusCode.UnprocessableEntity, "draft.template-unknown");
        (await office.As(Walk.Drafter).PostAsync("/api/directives", Draft, "retry")).Must(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task Key_MissingOrTooLong_Is422(string key) =>
        (await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync("/api/directives", Draft, key)))
            .MustRefuse(HttpStatusCode.UnprocessableEntity, "idempotency.key-missing");

    [Fact]
    public async Task KeyOfALinkHolder_DoesNotKeepTheSecretOfTheLink()
    {
        var id = await walk.ToAsync("issue");
        await walk.OnAsync(id, null);
        await office.SendMailAsync();
        var token = Letters.TokenIn(office.Mail()[0]);
        var body = new { name = "Trần Lệ Hiền", position = "Văn thư", arrivalNumber = "7" };
        var first = (await office.With(null).PostAsync($"/api/receipts/{token}/acknowledgment", body, "receipt")).Must(HttpStatusCode.OK);
        var again = await office.With(null).PostAsync($"/api/receipts/{token}/acknowledgment", body, "receipt");
        Assert.Equal(first.Body, again.Body);
        var keys = await office.InStoreAsync(db => db.Set<IdempotentRequest>().Select(one => one.Key).ToListAsync());
        Assert.Contains(keys, key => key.EndsWith(" receipt", StringComparison.Ordinal));
        Assert.DoesNotContain(keys, key => key.Contains(token, StringComparison.Ordinal));
    }

    private Task<int> DirectivesAsync() => office.InStoreAsync(db => db.Set<Directive>().CountAsync());
}
