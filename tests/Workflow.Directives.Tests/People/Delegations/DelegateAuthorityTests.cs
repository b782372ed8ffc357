using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.People;
using Workflow.Directives.People.Delegations;

namespace Workflow.Directives.Tests.People.Delegations;

public sealed class DelegateAuthorityTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task Head_ElsewhereWithADelegation_ApprovesAndTheRecordNamesBoth()
    {
        await using var office = await Province.OpenAsync();
        await GiveAsync(office, Who.Head, Who.HeadElsewhere, Role.UnitHead);
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");

        var approval = Walk.Done(await office.Walk.ApproveAsync(id, Who.HeadElsewhere));

        Assert.Equal((Province.IdOf(Who.HeadElsewhere), Province.IdOf(Who.Head)), (approval.PersonId, approval.ActingFor));
        var entry = await office.ReadAsync(db => db.Set<AuditEntry>().SingleAsync(one => one.DirectiveId == id && one.Act == "approval.given"));
        Assert.Equal((await NameAsync(office, Who.HeadElsewhere), await NameAsync(office, Who.Head)), (entry.ActorName, entry.ActingFor));
    }

    [Fact]
    [Trait("BadInput", "2")]
    public async Task Drafter_WithADelegationOfHisHead_DoesNotApproveHisOwnDraft()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", drafter: Who.HeadElsewhere);
        await office.Walk.SubmitAsync(id);
        await office.GrantAsync(Who.HeadElsewhere, Role.Drafter);
        await GiveAsync(office, await DecidesAsync(office, id), Who.HeadElsewhere, Role.UnitHead);

        await Refused.ChangesNothingAsync(office, "work.same-person", () => office.Walk.ApproveAsync(id, Who.HeadElsewhere));
    }

    [Fact]
    public async Task Delegate_OfWhoDrafted_DoesNotApproveEither()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi", drafter: Who.Head);
        await office.Walk.SubmitAsync(id);
        await GiveAsync(office, Who.Head, Who.HeadElsewhere, Role.UnitHead);

        await Refused.ChangesNothingAsync(office, "work.same-person", () => office.Walk.ApproveAsync(id, Who.HeadElsewhere));
    }

    [Fact]
    public async Task Delegation_NeverOpensWhatTheDelegatesOwnRoleMayNot()
    {
        await using var office = await Province.OpenAsync();

        await Refused.ChangesNothingAsync(office, "delegation.delegate", () => TryAsync(office, Who.Secretary, Who.Head, Role.Secretary));
        await Refused.ChangesNothingAsync(office, "delegation.delegate", () => TryAsync(office, Who.Head, Who.Drafter, Role.UnitHead));
        await Refused.ChangesNothingAsync(office, "delegation.delegate", () => TryAsync(office, Who.Head, Who.Head, Role.UnitHead));
        await Refused.ChangesNothingAsync(office, "delegation.not-yours", () => TryAsync(office, Who.Head, Who.Chief, Role.ChiefOfOffice));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => TryAsync(office, Who.Clerk, Who.OtherClerk, Role.Registry));
    }

    [Fact]
    public async Task Chief_WithADelegationOfTheSecretary_StillSignsNothingOnBehalfOfTheCommittee()
    {
        await using var office = await Province.OpenAsync();
        await GiveAsync(office, Who.Secretary, Who.DeputyChief, Role.Secretary);
        var id = await office.Walk.ToAsync("chi-thi", "sign", signer: Who.Secretary);

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.SignAsync(id, Who.DeputyChief, paper: ""));
    }

    [Fact]
    public async Task Delegation_OfSomeTypes_OpensNoOther()
    {
        await using var office = await Province.OpenAsync();
        await GiveAsync(office, Who.Head, Who.HeadElsewhere, Role.UnitHead, types: ["CV"]);
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");

        await Refused.ChangesNothingAsync(office, "not-found", () => office.Walk.ApproveAsync(id, Who.HeadElsewhere));
    }

    [Fact]
    public async Task Delegation_ThatEndsMidway_IsToldAndTheTaskStaysWithThePrincipal()
    {
        await using var office = await Province.OpenAsync();
        await GiveAsync(office, Who.Head, Who.HeadElsewhere, Role.UnitHead);
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");
        office.Time.Jump(TimeSpan.FromDays(2));

        await Refused.ChangesNothingAsync(office, "delegation.ended", () => office.Walk.ApproveAsync(id, Who.HeadElsewhere));

        Walk.Done(await office.Walk.ApproveAsync(id, Who.Head));
    }

    [Fact]
    public async Task Delegation_TakenBack_EndsAtOnceWithWhatWasPassedOn()
    {
        await using var office = await Province.OpenAsync();
        var given = await GiveAsync(office, Who.Head, Who.HeadElsewhere, Role.UnitHead);
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");

        Walk.Done(await EndAsync(office, Who.Head, given.Id));

        await Refused.ChangesNothingAsync(office, "delegation.ended", () => office.Walk.ApproveAsync(id, Who.HeadElsewhere));
        await Refused.ChangesNothingAsync(office, "delegation.ended-before", () => EndAsync(office, Who.Head, given.Id));
        await Refused.ChangesNothingAsync(office, "not-found", () => EndAsync(office, Who.DeputyHead, given.Id));
    }

    [Fact]
    public async Task Delegation_OfWhoLostTheRole_HoldsNoLonger()
    {
        await using var office = await Province.OpenAsync();
        await GiveAsync(office, Who.Head, Who.HeadElsewhere, Role.UnitHead);
        var id = await office.Walk.ToAsync("chi-thi", "unit-head");
        await office.AskAsync<Directives.Data.WorkflowDb, int>(async db => await db.Set<Person>().Where(one => one.Id == Province.IdOf(Who.Head))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, Province.Start)));

        await Refused.ChangesNothingAsync(office, "delegation.ended", () => office.Walk.ApproveAsync(id, Who.HeadElsewhere));
    }

    [Fact]
    public async Task Signature_ThroughADelegation_IsPrintedInTheSignersOwnCapacity()
    {
        await using var office = await Province.OpenAsync();
        await GiveAsync(office, Who.Secretary, Who.Deputy, Role.Secretary);
        var id = await office.Walk.ToAsync("chi-thi", "sign", signer: Who.Secretary);

        var signature = Walk.Done(await office.Walk.SignAsync(id, Who.Deputy));

        Assert.Equal(("PHÓ BÍ THƯ", Province.IdOf(Who.Secretary)), (signature.Position, signature.ActingFor));
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(0, -1)]
    [InlineData(0, 366)]
    public async Task Delegation_ForWrongDays_IsRefused(int from, int until)
    {
        await using var office = await Province.OpenAsync();

        await Refused.ChangesNothingAsync(office, "delegation.days", () => TryAsync(office, Who.Head, Who.HeadElsewhere, Role.UnitHead, from, until));
    }

    private static async Task<Delegation> GiveAsync(Province office, string from, string to, Role role, string[]? types = null) =>
        Walk.Done(await TryAsync(office, from, to, role, types: types));

    private static async Task<Result<Delegation>> TryAsync(Province office, string from, string to, Role role, int first = 0, int last = 1, string[]? types = null)
    {
        var actor = await office.AsAsync(from);
        return await office.AskAsync<DelegateAuthority, Result<Delegation>>(one => one.RunAsync(
            actor,
            new(Province.IdOf(to), role, DelegationForm.Authorized, types, Today.AddDays(first), Today.AddDays(last), "Quyết định số 12-QĐ/TU ngày 09/3/2026"),
            default));
    }

    private static async Task<Result<Delegation>> EndAsync(Province office, string who, Guid id)
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<EndDelegation, Result<Delegation>>(one => one.RunAsync(actor, id, default));
    }

    private static Task<string> NameAsync(Province office, string who) =>
        office.ReadAsync(db => db.Set<Person>().Where(one => one.Id == Province.IdOf(who)).Select(one => one.FullName).SingleAsync());

    // Somebody else than the drafter to whom the open step is offered.
    private static async Task<string> DecidesAsync(Province office, Guid id)
    {
        var item = await office.Walk.OpenAsync(id);
        foreach (var who in new[] { Who.Head, Who.DeputyHead, Who.Chief })
        {
            if (item!.OfferedTo(await office.AsAsync(who)))
            {
                return who;
            }
        }

        return Who.Head;
    }
}
