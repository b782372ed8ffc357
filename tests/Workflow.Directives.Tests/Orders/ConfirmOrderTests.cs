using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Drafting;
using Workflow.Directives.Orders;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Orders;

public sealed class ConfirmOrderTests
{
    [Fact]
    public async Task Plan_OfADraft_ProposesItsTasksWithTheUnitsTheyMean()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("thong-bao-ket-luan");

        var plan = await PlanAsync(office, id);

        Assert.Equal(["Sở Tài chính", "Sở Y tế", "Văn phòng Tỉnh ủy"], plan.Orders.Select(order => Assert.Single(order.Bodies).Body.Text));
        Assert.All(plan.Orders, order => Assert.True(order.Clear && order.State == OrderState.Proposed));
        Assert.Equal(3, plan.Open);
    }

    [Fact]
    public async Task Letter_ThatTasksTheBodiesItIsSentTo_MeansItsAddressees()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("hoa-toc");

        var report = (await PlanAsync(office, id)).Orders[^1];

        Assert.Empty(report.Proposal!.Bodies);
        Assert.Equal(["Đảng ủy đặc khu Hòn Mây", "Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh"], report.Bodies.Select(body => body.Body.Text));
        Assert.True(report.Clear);
    }

    [Fact]
    public async Task Drafter_ConfirmingWhatIsClear_StoresEachTaskOnce()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("thong-bao-ket-luan");

        var tasks = Walk.Done(await AllAsync(office, id, Who.Drafter));

        Assert.Equal(3, tasks.Count);
        Assert.Equal(SampleProvince.IdOf("STC"), Assert.Single(tasks[0].Units).UnitId);
        Assert.True(tasks[2].FollowUp);
        Assert.Equal(0, (await PlanAsync(office, id)).Open);
        Assert.Contains("orders.confirmed", await ActsAsync(office, id));
        await Refused.ChangesNothingAsync(office, "orders.nothing-clear", () => AllAsync(office, id, Who.Drafter));
    }

    [Fact]
    public async Task Task_ConfirmedWithChanges_KeepsThem_AndMayBeChangedAgain()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("thong-bao-ket-luan");
        var key = (await PlanAsync(office, id)).Orders[0].Key;
        var command = new ConfirmOrder.Command(
            id, key, null, "Sở Tài chính; +Sở Y tế", "lập danh mục", [SampleProvince.IdOf("STC")], [SampleProvince.IdOf("SYT")], new(2026, 4, 20), null, null);

        var first = Walk.Done(await ConfirmAsync(office, command));
        Assert.Equal([OrderRole.Lead, OrderRole.Support], first.Units.Select(unit => unit.Role).Order());

        var again = Walk.Done(await ConfirmAsync(office, command with { Key = null, TaskId = first.Id, Lead = [SampleProvince.IdOf("SYT")], Support = [] }));

        Assert.Equal((first.Id, OrderRole.Lead), (again.Id, Assert.Single(again.Units).Role));
        var stored = (await PlanAsync(office, id)).Orders[0];
        Assert.Equal((OrderState.Confirmed, new DateOnly(2026, 4, 20), "lập danh mục"), (stored.State, stored.Stored!.DueOn!.Value, stored.Stored.Task));
        Assert.Equal(["order.confirmed", "order.changed"], (await ActsAsync(office, id)).Where(act => act.StartsWith("order", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Task_WrittenByHand_StandsLast_AndADroppedPassageMayComeBack()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("thong-bao-ket-luan");
        var key = (await PlanAsync(office, id)).Orders[1].Key;

        Walk.Done(await ConfirmAsync(office, new(id, null, null, "Thanh tra tỉnh", "kiểm tra việc bàn giao", [], [])));
        Walk.Done(await DropAsync(office, new(id, key, null)));

        var plan = await PlanAsync(office, id);
        Assert.Equal("Thanh tra tỉnh", plan.Orders[^1].Stored!.Bodies);
        Assert.Equal((OrderState.Dropped, 2), (plan.Orders[1].State, plan.Open));
        await Refused.ChangesNothingAsync(office, "orders.no-such", () => DropAsync(office, new(id, key, null)));

        Walk.Done(await ConfirmAsync(office, new(id, key, null, "Sở Y tế", "đề xuất trụ sở", [SampleProvince.IdOf("SYT")], [])));
        Assert.Equal(OrderState.Confirmed, (await PlanAsync(office, id)).Orders[1].State);
    }

    [Fact]
    public async Task Text_ThatNoLongerHoldsThePassage_ShowsTheConfirmedTaskAsGone()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("thong-bao-ket-luan");
        Walk.Done(await AllAsync(office, id, Who.Drafter));

        Walk.Done(await office.Walk.TryReviseAsync(id, SampleTexts.Of("thong-bao-ket-luan").Replace("trong 30 ngày", "trong 45 ngày", StringComparison.Ordinal)));

        var plan = await PlanAsync(office, id);
        Assert.Equal(1, plan.Open);
        Assert.Equal("chủ trì lập danh mục công khai trong 30 ngày", Assert.Single(plan.Orders, order => order.Gone).Stored!.Task);
    }

    [Fact]
    public async Task Deciding_ByOthersOrTooLate_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-ket-luan", "number");
        var plan = await PlanAsync(office, id);
        var command = new ConfirmOrder.Command(id, plan.Orders[0].Key, null, "Sở Tài chính", "lập danh mục", [SampleProvince.IdOf("STC")], []);

        await Refused.ChangesNothingAsync(office, "orders.signed", () => ConfirmAsync(office, command));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => ConfirmAsync(office, command, Who.Chief));
        await Refused.ChangesNothingAsync(office, "not-found", () => ConfirmAsync(office, command, Who.ClerkOfAnLoc));
        await Refused.ChangesNothingAsync(office, "orders.no-such", () => ConfirmAsync(office, command with { Key = "0" }, Who.Clerk));
        await Refused.ChangesNothingAsync(office, "orders.no-such", () => ConfirmAsync(office, command with { Key = null, TaskId = id }, Who.Clerk));
        await Refused.ChangesNothingAsync(office, "orders.nobody", () => ConfirmAsync(office, command with { Bodies = " ", Lead = [] }, Who.Clerk));
        await Refused.ChangesNothingAsync(office, "recipients.units-unknown", () => ConfirmAsync(office, command with { Lead = [id] }, Who.Clerk));
        await Refused.ChangesNothingAsync(office, "field", () => ConfirmAsync(office, command with { Task = "" }, Who.Clerk));
        await Refused.ChangesNothingAsync(office, "stale", () => AllAsync(office, id, Who.Clerk, 9));
        Walk.Done(await ConfirmAsync(office, command, Who.Clerk));

        await office.Walk.UntilAsync(id, Walk.End);
        await Refused.ChangesNothingAsync(office, "orders.over", () => AllAsync(office, id, Who.Clerk));
        await Refused.ChangesNothingAsync(office, "orders.over", () => DropAsync(office, new(id, plan.Orders[0].Key, null), Who.Clerk));
    }

    [Fact]
    public async Task IssuedTask_IsTheUnitsToRead_AndTheOfficesToFollowUntilItIsDone()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-ket-luan", "number");
        Walk.Done(await AllAsync(office, id, Who.Clerk));
        var health = SampleProvince.IdOf("SYT");
        Assert.Empty(await office.ReadAsync(db => db.OrdersOfUnitAsync(id, health, default)));

        await office.Walk.UntilAsync(id, Walk.Disseminate);

        Assert.Equal("đề xuất các trụ sở phù hợp để đặt trạm y tế", Assert.Single(await office.ReadAsync(db => db.OrdersOfUnitAsync(id, health, default))).Task);
        var clerk = await office.AsAsync(Who.Clerk);
        var open = await office.ReadAsync(db => db.OpenOrdersSeenByAsync(clerk, 50, default));
        Assert.Equal(3, open.Count);
        Assert.Empty(await office.ReadAsync(async db => await db.OpenOrdersSeenByAsync(await office.AsAsync(Who.DrafterElsewhere), 50, default)));
        await office.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Deliveries SET Status = 'Completed' WHERE DirectiveId = {id} AND UnitId = {health}"));
        Assert.Equal(2, (await office.ReadAsync(db => db.OpenOrdersSeenByAsync(clerk, 50, default))).Count);
    }

    [Fact]
    public async Task Deadline_CountedFromTheDateOfThePaper_IsThatDateAndTheDays()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-ket-luan", "seal");

        var order = (await PlanAsync(office, id)).Orders[0];

        Assert.Equal(new DateOnly(2026, 3, 10).AddDays(30), order.Proposal!.Deadline!.Day);
    }

    private static async Task<OrderPlan> PlanAsync(Province office, Guid id) => await office.ReadAsync(async db => await OrderPlan.MakeAsync(
        db, await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.Id == id), new(2026, 3, 10), default));

    private static async Task<Result<OrderedTask>> ConfirmAsync(Province office, ConfirmOrder.Command command, string by = Who.Drafter)
    {
        var actor = await office.AsAsync(by);
        return await office.AskAsync<ConfirmOrder, Result<OrderedTask>>(one => one.RunAsync(actor, command, default));
    }

    private static async Task<Result<IReadOnlyList<OrderedTask>>> AllAsync(Province office, Guid id, string by, int? seen = null)
    {
        var (actor, directive) = (await office.AsAsync(by), await office.Walk.DirectiveAsync(id));
        return await office.AskAsync<ConfirmOrders, Result<IReadOnlyList<OrderedTask>>>(one => one.RunAsync(actor, id, seen ?? directive.RevisionNo, default));
    }

    private static async Task<Result<OrderedTask>> DropAsync(Province office, DropOrder.Command command, string by = Who.Drafter)
    {
        var actor = await office.AsAsync(by);
        return await office.AskAsync<DropOrder, Result<OrderedTask>>(one => one.RunAsync(actor, command, default));
    }

    private static Task<List<string>> ActsAsync(Province office, Guid id) => office.ReadAsync(db => db.Set<AuditEntry>()
        .Where(entry => entry.DirectiveId == id).OrderBy(entry => entry.Seq).Select(entry => entry.Act).ToListAsync());
}
