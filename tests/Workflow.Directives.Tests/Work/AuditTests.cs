using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Consultation;

namespace Workflow.Directives.Tests.Work;

public sealed class AuditTests
{
    [Fact]
    public async Task WholeWay_LeavesExactlyOneEntryForEachAct_WithCapacityAndHash()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("cong-van");
        await office.Walk.SubmitAsync(id, [Who.HeadElsewhere], Who.Deputy);
        Walk.Done(await office.Walk.AnswerAsync((await office.Walk.OpenAsync(id))!, Stance.Agree, null));
        await office.Walk.UntilAsync(id, Walk.Disseminate);
        var units = (await office.Walk.DeliveriesAsync(id)).Count;
        await office.Walk.UntilAsync(id, Walk.End);

        var entries = await office.ReadAsync(db => db.Set<AuditEntry>().Where(one => one.DirectiveId == id).OrderBy(one => one.Seq).ToListAsync());

        (string Act, string Capacity, string Who, bool OfAText)[] expected =
        [
            ("draft.begun", "Drafter", "Lý Thị Mỷ", true),
            ("recipients.settled", "Drafter", "Lý Thị Mỷ", false),
            ("draft.submitted", "Drafter", "Lý Thị Mỷ", true),
            ("opinion.given", "Consultee", "Đào Văn Lệnh", true),
            ("approval.given", "UnitHead", "Phan Ngọc Bội", true),
            ("approval.given", "Registry", "Lưu Thị Nhài", true),
            ("approval.given", "ChiefOfOffice", "Vũ Trí Tín", true),
            ("identity.confirmed", "DeputySecretary", "Trần Thị Mộc Lan", true),
            ("signature.given", "DeputySecretary", "Trần Thị Mộc Lan", true),
            ("number.given", "Registry", "Lưu Thị Nhài", true),
            ("identity.confirmed", "Registry", "Lưu Thị Nhài", true),
            ("seal.applied", "Registry", "Lưu Thị Nhài", true),
            ("directive.issued", "Registry", "Lưu Thị Nhài", true),
            .. Enumerable.Repeat(("delivery.acknowledged", "EnteredByRegistry", "Lưu Thị Nhài", false), units),
            ("directive.closed", "Registry", "Lưu Thị Nhài", true),
        ];
        Assert.Equal(expected, entries.Select(one => (one.Act, one.Capacity, one.ActorName, one.ContentHash is not null)));
        var hash = await office.Walk.HashAsync(id);
        Assert.All(entries.Where(one => one.ContentHash is not null), one => Assert.Equal(hash, one.ContentHash));
        Assert.Equal(entries.Select(one => one.Seq).Order(), entries.Select(one => one.Seq));
        Assert.Equal(entries.Count, await office.ReadAsync(db => db.Set<AuditEntry>().CountAsync()));
    }
}
