using Workflow.Directives.People;
using Workflow.Directives.People.Roles;

namespace Workflow.Directives.Tests.People.Roles;

public sealed class ChangeRoleTests
{
    [Fact]
    public async Task Role_ThatDoesNotLead_IsGivenAtOnce_AndTakenAtOnce()
    {
        await using var office = await Province.OpenAsync();

        Assert.NotNull(Walk.Done(await ChangeAsync(office, Who.Administrator, Who.Drafter, Role.Registry)).DoneAt);
        Assert.True((await office.AsAsync(Who.Drafter)).Holds(Role.Registry));

        Walk.Done(await ChangeAsync(office, Who.Administrator, Who.Drafter, Role.Registry, ends: true));
        Assert.False((await office.AsAsync(Who.Drafter)).Holds(Role.Registry));
    }

    [Fact]
    public async Task LeadersRole_WaitsForTheChief_WhoDidNotProposeIt()
    {
        await using var office = await Province.OpenAsync();

        var change = Walk.Done(await ChangeAsync(office, Who.Administrator, Who.Head, Role.DeputySecretary));

        Assert.Null(change.DoneAt);
        Assert.False((await office.AsAsync(Who.Head)).Holds(Role.DeputySecretary));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => DecideAsync(office, Who.Administrator, change.Id, true));
        await Refused.ChangesNothingAsync(office, "role.nothing", () => ChangeAsync(office, Who.Administrator, Who.Head, Role.DeputySecretary));

        Walk.Done(await DecideAsync(office, Who.Chief, change.Id, true));
        Assert.True((await office.AsAsync(Who.Head)).Holds(Role.DeputySecretary));
        await Refused.ChangesNothingAsync(office, "role.nothing", () => DecideAsync(office, Who.Chief, change.Id, true));
    }

    [Fact]
    public async Task LeadersRole_Declined_ChangesNoRole()
    {
        await using var office = await Province.OpenAsync();
        var change = Walk.Done(await ChangeAsync(office, Who.Administrator, Who.Head, Role.Secretary));

        Walk.Done(await DecideAsync(office, Who.Chief, change.Id, false));

        Assert.False((await office.AsAsync(Who.Head)).Holds(Role.Secretary));
    }

    [Fact]
    public async Task Chief_DoesNotDecideOnHisOwnRole()
    {
        await using var office = await Province.OpenAsync();
        var change = Walk.Done(await ChangeAsync(office, Who.Administrator, Who.Chief, Role.Secretary));

        await Refused.ChangesNothingAsync(office, "role.own", () => DecideAsync(office, Who.Chief, change.Id, true));
    }

    [Fact]
    [Trait("BadInput", "43")]
    public async Task Administrator_DoesNotChangeHisOwnRoles_AndIsNeverTheLastToGo()
    {
        await using var office = await Province.OpenAsync();
        var others = Directives.Sample.SamplePeople.All.Where(one => one.Roles.Contains(Role.Administrator) && one.Id != Province.IdOf(Who.Administrator)).ToList();

        await Refused.ChangesNothingAsync(office, "role.own", () => ChangeAsync(office, Who.Administrator, Who.Administrator, Role.Secretary));
        await Refused.ChangesNothingAsync(office, "role.own", () => CloseAsync(office, Who.Administrator, Who.Administrator));
        foreach (var other in others)
        {
            Walk.Done(await CloseAsync(office, Who.Administrator, other.Id));
        }

        var second = Walk.Done(await ChangeAsync(office, Who.Administrator, await FreshAsync(office), Role.Administrator));
        await office.AskAsync<Directives.Data.WorkflowDb, int>(async db =>
        {
            (await db.Set<Person>().FindAsync(second.PersonId))!.DisabledAt = Province.Start;
            return await db.SaveChangesAsync();
        });
        var actor = new Actor(second.PersonId, "Quản trị hai", null, new HashSet<Role> { Role.Administrator });
        await Refused.ChangesNothingAsync(office, "role.last-administrator", () => office.AskAsync<ClosePerson, Result<Person>>(
            one => one.RunAsync(actor, Province.IdOf(Who.Administrator), false, default)));
        await Refused.ChangesNothingAsync(office, "role.last-administrator", () => office.AskAsync<ChangeRole, Result<RoleChange>>(
            one => one.RunAsync(actor, new(Province.IdOf(Who.Administrator), Role.Administrator, true, null, "x"), default)));
    }

    [Fact]
    [Trait("BadInput", "43")]
    public async Task Auditor_EditsNothing()
    {
        await using var office = await Province.OpenAsync();

        await Refused.ChangesNothingAsync(office, "not-allowed", () => ChangeAsync(office, Who.Auditor, Who.Drafter, Role.Registry));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => CloseAsync(office, Who.Auditor, Who.Drafter));
    }

    [Theory]
    [InlineData(Who.Administrator, Role.Registry)]
    [InlineData(Who.Auditor, Role.Drafter)]
    [InlineData(Who.Drafter, Role.Administrator)]
    [InlineData(Who.Head, Role.Auditor)]
    public async Task AdministratorAndAuditor_HoldNoOtherRole(string who, Role role)
    {
        await using var office = await Province.OpenAsync();
        await office.GrantAsync(Who.OtherDrafter, Role.Administrator);

        await Refused.ChangesNothingAsync(office, "role.alone", () => ChangeAsync(office, Who.OtherDrafter, who, role));
    }

    [Fact]
    public async Task Account_Closed_IsNobodyAtOnce_AndOpenAgainAfter()
    {
        await using var office = await Province.OpenAsync();

        Walk.Done(await CloseAsync(office, Who.Administrator, Who.Drafter));
        Assert.Null(await office.ReadAsync(db => db.FindActorAsync(Province.IdOf(Who.Drafter), Province.Start, default)));

        Walk.Done(await CloseAsync(office, Who.Administrator, Who.Drafter, open: true));
        Assert.NotNull(await office.ReadAsync(db => db.FindActorAsync(Province.IdOf(Who.Drafter), Province.Start, default)));
    }

    private static async Task<string> FreshAsync(Province office)
    {
        var actor = await office.AsAsync(Who.Administrator);
        var person = Walk.Done(await office.AskAsync<AddPerson, Result<Person>>(
            one => one.RunAsync(actor, new("Nguyễn Văn Mới", "moi@tinhuy.nambinh.example", "SYT", "Chuyên viên"), default)));
        return person.Id.ToString();
    }

    private static Guid IdOf(string who) => Guid.TryParse(who, out var id) ? id : Province.IdOf(who);

    private static async Task<Result<RoleChange>> ChangeAsync(Province office, string by, string who, Role role, bool ends = false)
    {
        var actor = await office.AsAsync(by);
        return await office.AskAsync<ChangeRole, Result<RoleChange>>(one => one.RunAsync(actor, new(IdOf(who), role, ends, null, "Quyết định số 31-QĐ/TU"), default));
    }

    private static async Task<Result<RoleChange>> DecideAsync(Province office, string by, Guid change, bool agree)
    {
        var actor = await office.AsAsync(by);
        return await office.AskAsync<DecideRole, Result<RoleChange>>(one => one.RunAsync(actor, change, agree, default));
    }

    private static Task<Result<Person>> CloseAsync(Province office, string by, string who, bool open = false) => CloseAsync(office, by, IdOf(who), open);

    private static async Task<Result<Person>> CloseAsync(Province office, string by, Guid who, bool open = false)
    {
        var actor = await office.AsAsync(by);
        return await office.AskAsync<ClosePerson, Result<Person>>(one => one.RunAsync(actor, who, open, default));
    }
}
