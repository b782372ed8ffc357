using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Recipients;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Recipients;

public sealed class AgreeRecipientsTests
{
    [Fact]
    public async Task Directory_ChangedAfterSubmission_BlocksTheIssue_UntilTheRegistryAgrees()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "issue");
        var before = (await office.Walk.PlanAsync(id)).Recipients.Count;
        Assert.True((await DifferenceAsync(office, id))!.None);

        var added = await AddCommuneAsync(office);

        var difference = (await DifferenceAsync(office, id))!;
        Assert.Equal(added, Assert.Single(difference.Entered).UnitId);
        Assert.Empty(difference.Left);
        var refusal = await Refused.ChangesNothingAsync(office, "issue.recipients-changed", () => office.Walk.IssueAsync(id, Who.Clerk));
        Assert.Contains("đồng ý danh sách mới", refusal.Vietnamese, StringComparison.Ordinal);

        Walk.Done(await office.Walk.AgreeAsync(id));
        Walk.Done(await office.Walk.IssueAsync(id, Who.Clerk));
        Assert.Equal(before + 1, (await office.Walk.DeliveriesAsync(id)).Count);
        Assert.Equal("+1 −0", await office.ReadAsync(db => db.Set<AuditEntry>().Where(one => one.Act == "recipients.agreed").Select(one => one.Detail).SingleAsync()));
    }

    [Fact]
    public async Task Directory_ChangedAfterTheIssue_ShowsADifference_AndChangesNoDelivery()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", Walk.Disseminate);
        var before = await office.Walk.DeliveriesAsync(id);

        var added = await AddCommuneAsync(office);

        Assert.Equal(added, Assert.Single((await DifferenceAsync(office, id))!.Entered).UnitId);
        Assert.Equal(before.Select(one => one.UnitId), (await office.Walk.DeliveriesAsync(id)).Select(one => one.UnitId));
        await Refused.ChangesNothingAsync(office, "recipients.frozen", () => office.Walk.AgreeAsync(id));
    }

    [Fact]
    public async Task Agreeing_ToAListThatChangedAgain_OrToNoChange_OrByAnother_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "issue");
        await Refused.ChangesNothingAsync(office, "recipients.nothing-to-agree", () => office.Walk.AgreeAsync(id));
        var seen = (await office.Walk.PlanAsync(id)).Hash;
        await AddCommuneAsync(office);

        await Refused.ChangesNothingAsync(office, "recipients.list-stale", () => office.Walk.AgreeAsync(id, seen: seen));
        await Refused.ChangesNothingAsync(office, "recipients.signed", () => office.Walk.AgreeAsync(id, Who.Drafter));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.AgreeAsync(id, Who.Head));
    }

    [Fact]
    public async Task Settling_ALine_AgreesToIt_ButNotToAnotherChange()
    {
        await using var office = await Province.OpenAsync();
        var text = SampleTexts.Of("chi-thi").Replace("- Lưu Văn phòng Tỉnh ủy.", "- Sở Thủy sản;\n- Lưu Văn phòng Tỉnh ủy.", StringComparison.Ordinal);
        var id = await office.Walk.ToAsync("chi-thi", "form", text: text);

        Walk.Done(await office.Walk.SettleAsync(id, "Sở Thủy sản", [SampleProvince.IdOf("THUE")], null));
        Assert.True((await DifferenceAsync(office, id))!.None);

        await AddCommuneAsync(office);
        Walk.Done(await office.Walk.SettleAsync(id, "Sở Thủy sản", [SampleProvince.IdOf("SNNMT")], null));
        Assert.False((await DifferenceAsync(office, id))!.None);
    }

    [Fact]
    public async Task TextBackWithItsDrafter_IsComparedWithNothing()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");
        Assert.Null(await DifferenceAsync(office, id));

        await office.Walk.SubmitAsync(id);
        Walk.Done(await office.Walk.ReturnAsync(id, Who.Head, "Bổ sung thời hạn."));
        await AddCommuneAsync(office);
        Assert.Null(await DifferenceAsync(office, id));

        await office.Walk.SubmitAsync(id);
        Assert.True((await DifferenceAsync(office, id))!.None);
    }

    private static Task<RecipientDifference?> DifferenceAsync(Province office, Guid id) => office.ReadAsync(async db =>
    {
        var directive = await db.Set<Directive>().SingleAsync(one => one.Id == id);
        return await RecipientDifference.FindAsync(db, directive, await office.Walk.PlanAsync(id), default);
    });

    private static async Task<Guid> AddCommuneAsync(Province office)
    {
        var unit = new Unit
        {
            Id = Guid.CreateVersion7(),
            Code = "DU-XA-MOI",
            Name = "Đảng ủy xã Tân Lập Mới",
            Kind = UnitKind.CommuneParty,
            AreaKind = AreaKind.Commune,
            System = UnitSystem.Party,
            ParentId = SampleProvince.IdOf("TU"),
            ValidFrom = new DateOnly(2026, 1, 1),
        };
        unit.Contacts.Add(new UnitContact
        {
            Id = Guid.CreateVersion7(),
            UnitId = unit.Id,
            Order = 1,
            Name = "Lò Thị Mỷ",
            Position = "Văn thư",
            Email = "vanthu.tanlapmoi@nambinh.example",
        });
        await office.AskAsync<WorkflowDb, int>(async db =>
        {
            db.Add(unit);
            return await db.SaveChangesAsync();
        });
        return unit.Id;
    }
}
