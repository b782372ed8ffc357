using Microsoft.EntityFrameworkCore;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;

namespace Workflow.Directives.Tests.People.Accounts;

/// <summary>The link of the first administrator works once, for half an hour, while there is no other.</summary>
public sealed class SetUpAdministratorTests
{
    private static readonly SetUpAdministrator.Command Good = new("Trần Thị Quản", "quan@tinhuy.nambinh.example", "mưa rơi trên mái tôn cũ");

    [Fact]
    public async Task Link_WhileThereIsAnAdministrator_IsNotOffered()
    {
        await using var province = await Province.OpenAsync();
        Assert.Null(await OfferAsync(province));
    }

    [Fact]
    public async Task Link_Good_MakesAnAdministratorOnce()
    {
        await using var province = await EmptyAsync();
        var secret = await OfferAsync(province);
        var made = await RunAsync(province, secret, Good);
        Assert.True(made.Done);
        Assert.Equal([Role.Administrator], (await province.ReadAsync(db => db.FindActorAsync(made.Value.Id, province.Time.GetUtcNow().UtcDateTime, default)))!.Roles);
        await Refused.ChangesNothingAsync(province, "not-found", () => RunAsync(province, secret, Good with { Email = "khac@tinhuy.nambinh.example" }));
        Assert.Null(await OfferAsync(province));
    }

    [Fact]
    public async Task Link_AfterHalfAnHour_IsGone()
    {
        await using var province = await EmptyAsync();
        var secret = await OfferAsync(province);
        province.Time.Jump(TimeSpan.FromMinutes(SetupLink.Minutes));
        var refusal = await Refused.ChangesNothingAsync(province, "setup.expired", () => RunAsync(province, secret, Good));
        Assert.Equal(RefusalKind.Gone, refusal.Kind);
    }

    [Fact]
    public async Task Link_Earlier_WorksNoMore()
    {
        await using var province = await EmptyAsync();
        var first = await OfferAsync(province);
        var second = await OfferAsync(province);
        await Refused.ChangesNothingAsync(province, "not-found", () => RunAsync(province, first, Good));
        await Refused.ChangesNothingAsync(province, "not-found", () => RunAsync(province, null, Good));
        Assert.True((await RunAsync(province, second, Good)).Done);
    }

    [Fact]
    public async Task Answer_Wrong_LeavesTheLinkGood()
    {
        await using var province = await EmptyAsync();
        var secret = await OfferAsync(province);
        await Refused.ChangesNothingAsync(province, "password.length", () => RunAsync(province, secret, Good with { Password = "ngắn quá" }));
        await Refused.ChangesNothingAsync(province, "person.email", () => RunAsync(province, secret, Good with { Email = "không phải" }));
        await Refused.ChangesNothingAsync(province, "field", () => RunAsync(province, secret, Good with { FullName = " " }));
        Assert.True((await RunAsync(province, secret, Good)).Done);
    }

    private static async Task<Province> EmptyAsync()
    {
        var province = await Province.OpenAsync();
        await province.ReadAsync(db => db.Set<RoleGrant>().Where(one => one.Role == Role.Administrator).ExecuteDeleteAsync());
        return province;
    }

    private static Task<string?> OfferAsync(Province province) => province.AskAsync<SetUpAdministrator, string?>(one => one.OfferAsync(default));

    private static Task<Result<Person>> RunAsync(Province province, string? secret, SetUpAdministrator.Command command) =>
        province.AskAsync<SetUpAdministrator, Result<Person>>(one => one.RunAsync(secret, command, default));
}
