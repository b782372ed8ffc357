using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>A token works for its person, until it does not.</summary>
public sealed class ApiTokenTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task Token_Good_SaysWhoIsCalling()
    {
        var me = (await office.As(Walk.Head).GetAsync("/api/me")).Must(HttpStatusCode.OK);
        Assert.Equal("Phan Ngọc Bội", me.Text("name"));
        Assert.Equal(["UnitHead"], me.Json.GetProperty("roles").EnumerateArray().Select(one => one.GetString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wf_")]
    [InlineData("wf_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Token_MissingOrUnknown_Is401(string? token) => await RefusedAsync(token);

    [Fact]
    public async Task Token_UpperCasedOrCut_Is401()
    {
        var good = office.TokenOf(Walk.Head);
        await RefusedAsync(good.ToUpperInvariant());
        await RefusedAsync(good[..^1]);
    }

    [Fact]
    public async Task Token_UnderAnotherScheme_Is401()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", office.TokenOf(Walk.Head));
        (await office.With(null).SendAsync(request)).Must(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Token_Revoked_Is401AtOnce()
    {
        var (token, person) = await NewAsync(Walk.OtherDrafter);
        (await office.With(token).GetAsync("/api/me")).Must(HttpStatusCode.OK);
        await using (var scope = office.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
            var id = await db.Set<ApiToken>().Where(one => one.Hash == IssueApiToken.Hash(token)).Select(one => one.Id).SingleAsync();
            Assert.True((await scope.ServiceProvider.GetRequiredService<RevokeApiToken>().RunAsync(person, id, default)).Done);
        }

        await RefusedAsync(token);
    }

    [Fact]
    public async Task Token_Expired_Is401()
    {
        var (token, _) = await NewAsync(Walk.OtherDrafter);
        var hash = IssueApiToken.Hash(token);
        await office.InStoreAsync(db => db.Set<ApiToken>().Where(one => one.Hash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, DateTime.UtcNow.AddSeconds(-1))));
        await RefusedAsync(token);
    }

    [Fact]
    public async Task Token_OfPersonDisabledASecondAgo_Is401()
    {
        const string Gone = "chuyenvien.su@tinhuy.nambinh.example";
        (await office.As(Gone).GetAsync("/api/directives")).Must(HttpStatusCode.OK);
        await office.InStoreAsync(db => db.Set<Person>().Where(one => one.Email == Gone)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, DateTime.UtcNow)));
        await RefusedAsync(office.TokenOf(Gone));
    }

    [Fact]
    public async Task Token_ThatOnlyReads_MakesNothing()
    {
        var actor = await office.ActorAsync(Walk.OtherDrafter);
        var token = (await office.AskAsync<IssueApiToken, Workflow.Directives.Result<string>>(one => one.RunAsync(actor, "đọc", 1, TokenScope.Read, default))).Value;
        (await office.With(token).GetAsync("/api/directives")).Must(HttpStatusCode.OK);
        (await office.ChangesNothingAsync(() => office.With(token).PostAsync("/api/directives", new { templateKey = "cong-van" })))
            .MustRefuse(HttpStatusCode.Forbidden, "token.read-only");
        var row = await office.InStoreAsync(db => db.Set<ApiToken>().SingleAsync(one => one.Hash == IssueApiToken.Hash(token)));
        Assert.Equal((token[..9], WorkingCalendar.LocalDate(DateTime.UtcNow)), (row.Prefix, row.LastUsedOn));
    }

    [Fact]
    public async Task Role_EndedYesterday_CountsNoMore()
    {
        const string Moved = "chuyenvien.hoach@tinhuy.nambinh.example";
        (await office.As(Moved).PostAsync("/api/directives", new { templateKey = "cong-van" })).Must(HttpStatusCode.Created);
        var yesterday = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-2));
        await office.InStoreAsync(db => db.Set<RoleGrant>().Where(grant => db.Set<Person>().Any(one => one.Id == grant.PersonId && one.Email == Moved))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Until, yesterday)));
        (await office.ChangesNothingAsync(() => office.As(Moved).PostAsync("/api/directives", new { templateKey = "cong-van" })))
            .MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
    }

    private async Task RefusedAsync(string? token)
    {
        (await office.ChangesNothingAsync(() => office.With(token).GetAsync("/api/directives"))).Must(HttpStatusCode.Unauthorized);
        (await office.ChangesNothingAsync(() => office.With(token).PostAsync("/api/directives", new { templateKey = "cong-van" }))).Must(HttpStatusCode.Unauthorized);
    }

    private async Task<(string Token, Actor Person)> NewAsync(string email)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        var id = await db.Set<Person>().Where(one => one.Email == email).Select(one => one.Id).SingleAsync();
        var actor = (await db.FindActorAsync(id, DateTime.UtcNow, default))!;
        return ((await scope.ServiceProvider.GetRequiredService<IssueApiToken>().RunAsync(actor, "mới", 1, default)).Value, actor);
    }
}
