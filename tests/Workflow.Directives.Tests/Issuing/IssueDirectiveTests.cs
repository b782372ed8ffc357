using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Issuing;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Issuing;

public sealed class IssueDirectiveTests
{
    [Fact]
    public async Task UnitNamedByThreeLines_GetsOneDeliveryWithThreeReasons_AndOneMessage()
    {
        await using var office = await Province.OpenAsync();

        var id = await office.Walk.ToAsync("cong-van", Walk.Disseminate);

        var health = (await office.Walk.DeliveriesAsync(id)).Single(one => one.UnitId == SampleProvince.IdOf("SYT"));
        Assert.Equal("Sở Y tế\nNhư trên\nCác sở", health.Reasons);
        Assert.Single(await office.MailsAsync(), mail => mail.DeliveryId == health.Id);
    }

    [Fact]
    public async Task List_OnceIssued_NoLongerFollowsTheDirectory()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("cong-van", Walk.Disseminate);
        var before = await office.Walk.DeliveriesAsync(id);
        var issuance = await office.ReadAsync(db => db.Set<Issuance>().SingleAsync());

        await office.AskAsync<WorkflowDb, int>(async db =>
        {
            var health = await db.Set<Unit>().SingleAsync(unit => unit.Code == "SYT");
            (health.Name, health.ValidUntil) = ("Sở Sức khỏe", new DateOnly(2026, 3, 10));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(before.Select(one => (one.UnitId, one.UnitName)), (await office.Walk.DeliveriesAsync(id)).Select(one => (one.UnitId, one.UnitName)));
        Assert.Equal(issuance.RecipientsHash, await office.ReadAsync(db => db.Set<Issuance>().Select(one => one.RecipientsHash).SingleAsync()));
        await Refused.ChangesNothingAsync(
            office, "recipients.frozen", () => office.Walk.SettleAsync(id, "Sở Giao thông vận tải", [], "Không còn sở này."));
    }

    [Fact]
    public async Task Line_ThatBecameDoubtfulAfterTheFormCheck_BlocksTheIssue()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", "issue");
        await office.AskAsync<WorkflowDb, int>(async db =>
        {
            (await db.Set<Unit>().SingleAsync(unit => unit.Code == "SNNMT")).ValidUntil = new DateOnly(2026, 3, 9);
            return await db.SaveChangesAsync();
        });

        var refusal = await Refused.ChangesNothingAsync(office, "issue.recipients-unsettled", () => office.Walk.IssueAsync(id, Who.Clerk));

        Assert.Contains("chọn đơn vị hoặc ghi lý do", refusal.Vietnamese, StringComparison.Ordinal);
        Walk.Done(await office.Walk.SettleAsync(id, "Sở Nông nghiệp và Môi trường", [], "Sở đã giải thể hôm qua."));
        await Refused.ChangesNothingAsync(office, "issue.recipients-changed", () => office.Walk.IssueAsync(id, Who.Clerk));
        Walk.Done(await office.Walk.AgreeAsync(id));
        Walk.Done(await office.Walk.IssueAsync(id, Who.Clerk));
        Assert.Equal(2, (await office.Walk.DeliveriesAsync(id)).Count);
    }

    [Fact]
    public async Task List_ThatMeansNobody_IsNotIssued()
    {
        await using var office = await Province.OpenAsync();
        var text = SampleTexts.Of("thong-bao-y-kien")
            .Replace("- Đảng ủy xã An Lộc;\n- Ủy ban nhân dân xã An Lộc;\n- Sở Nông nghiệp và Môi trường;\n", "- Các huyện ủy;\n", StringComparison.Ordinal);
        var id = await office.Walk.DraftAsync("thong-bao-y-kien", text: text);
        Walk.Done(await office.Walk.SettleAsync(id, "Các huyện ủy", [], "Không còn cấp huyện.", Who.Drafter));
        await office.Walk.SubmitAsync(id);
        await office.Walk.UntilAsync(id, "issue");

        await Refused.ChangesNothingAsync(office, "issue.no-recipients", () => office.Walk.IssueAsync(id, Who.Clerk));
    }

    [Fact]
    public async Task Issue_Twice_OrByAnother_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "issue");
        var item = (await office.Walk.OpenAsync(id))!.Id;
        var clerk = await office.AsAsync(Who.Clerk);

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.IssueAsync(id, Who.Chief));
        Walk.Done(await office.Walk.IssueAsync(id, Who.Clerk));
        await Refused.ChangesNothingAsync(
            office, "work.done", () => office.AskAsync<IssueDirective, Result<Issuance>>(one => one.RunAsync(clerk, item, default)));
    }

    [Theory]
    [InlineData("thong-bao-y-kien", 11, 17, 0)]
    [InlineData("hoa-toc", 10, 10, 6)]
    public async Task Deadline_IsTheNextWorkingDay_OrTwoHoursForTheMostUrgent(string key, int day, int hour, int minute)
    {
        await using var office = await Province.OpenAsync();

        var id = await office.Walk.ToAsync(key, Walk.Disseminate);

        var due = Assert.Single((await office.Walk.DeliveriesAsync(id)).Select(one => one.DueAt).Distinct());
        var expected = Province.At(2026, 3, day, hour, minute);
        Assert.True((due - expected).Duration() < TimeSpan.FromMinutes(5), $"{due:O} is not about {expected:O}");
        Assert.All(await office.MailsAsync(), mail => Assert.Equal(key == "hoa-toc", mail.Urgent));
        Assert.Equal(DeliveryStatus.Waiting, (await office.Walk.DeliveriesAsync(id))[0].Status);
    }
}
