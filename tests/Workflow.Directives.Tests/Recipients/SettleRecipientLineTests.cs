using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Recipients;

public sealed class SettleRecipientLineTests
{
    private const string Ended = "Sở Giao thông vận tải";

    [Fact]
    public async Task UnsettledLine_BlocksTheFormCheck_AndTheRefusalSaysWhatToDo()
    {
        await using var office = await Province.OpenAsync();
        var text = SampleTexts.Of("cong-van").Replace(Ended, "Sở Thủy sản", StringComparison.Ordinal);
        var id = await office.Walk.ToAsync("cong-van", "form", text: text);

        var refusal = await Refused.ChangesNothingAsync(office, "approval.recipients-unsettled", () => office.Walk.ApproveAsync(id, Who.Clerk));

        Assert.Contains("chọn đơn vị hoặc ghi lý do", refusal.Vietnamese, StringComparison.Ordinal);
        Walk.Done(await office.Walk.SettleAsync(id, "Sở Thủy sản", [SampleProvince.IdOf("SNNMT")], null));
        Walk.Done(await office.Walk.ApproveAsync(id, Who.Clerk));
    }

    [Fact]
    public async Task Line_SettledByAReason_MeansNobody_AndMayBeSettledAnew()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("cong-van");

        var none = Walk.Done(await office.Walk.SettleAsync(id, Ended, [], "Sở đã sáp nhập.", Who.Drafter));
        Assert.Empty(none.Lines.Single(line => line.Text == Ended).Units);
        Assert.Equal(0, none.Unsettled);

        var some = Walk.Done(await office.Walk.SettleAsync(id, Ended, [SampleProvince.IdOf("THUE")], null, Who.Drafter));
        Assert.Equal("Thuế tỉnh Nam Bình", Assert.Single(some.Lines.Single(line => line.Text == Ended).Units).UnitName);
    }

    [Fact]
    public async Task Settling_WithoutUnitsOrReason_OrWithAUnitThatEnded_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("cong-van");

        await Refused.ChangesNothingAsync(office, "field", () => office.Walk.SettleAsync(id, Ended, [], null, Who.Drafter));
        await Refused.ChangesNothingAsync(
            office, "recipients.units-unknown", () => office.Walk.SettleAsync(id, Ended, [SampleProvince.IdOf("SGTVT")], null, Who.Drafter));
        await Refused.ChangesNothingAsync(office, "recipients.units-unknown", () => office.Walk.SettleAsync(id, Ended, [Guid.Empty], null, Who.Drafter));
        await Refused.ChangesNothingAsync(office, "recipients.no-such-line", () => office.Walk.SettleAsync(id, "Sở Thủy sản", [], "Không có.", Who.Drafter));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.SettleAsync(id, Ended, [], "Không có.", Who.Head));
        await Refused.ChangesNothingAsync(office, "not-found", () => office.Walk.SettleAsync(id, Ended, [], "Không có."));
    }

    [Fact]
    public async Task Drafter_OnceItIsSigned_NoLongerChangesWhereItGoes()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("cong-van", "number");
        Guid[] one = [SampleProvince.IdOf("THUE")];

        await Refused.ChangesNothingAsync(office, "recipients.signed", () => office.Walk.SettleAsync(id, "Sở Y tế", one, null, Who.Drafter));
        Walk.Done(await office.Walk.SettleAsync(id, Ended, one, null));
    }
}
