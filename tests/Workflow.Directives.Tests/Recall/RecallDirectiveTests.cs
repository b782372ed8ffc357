using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.Recall;

namespace Workflow.Directives.Tests.Recall;

using Recall = Workflow.Directives.Recall.Recall;

public sealed class RecallDirectiveTests
{
    private const string Reason = "Ban hành nhầm thẩm quyền.";

    [Fact]
    public async Task Recall_AgreedByASecondPerson_EndsTheWorkAndTellsEveryUnitOnce()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", Walk.Disseminate);
        Walk.Done(await ProposeAsync(office, id, Who.Clerk));

        Walk.Done(await DecideAsync(office, id, Who.Secretary));

        Assert.Equal(DirectiveState.Recalled, (await office.Walk.DirectiveAsync(id)).State);
        Assert.Empty(await office.Walk.AllOpenAsync(id));
        var deliveries = await office.Walk.DeliveriesAsync(id);
        var told = await office.ReadAsync(db => db.Set<OutboxMessage>().Where(one => one.Purpose == Notices.Recalled).Select(one => one.DeliveryId).ToListAsync());
        Assert.NotEmpty(deliveries);
        Assert.Equal(deliveries.Select(one => (Guid?)one.Id).Order(), told.Order());
    }

    [Fact]
    [Trait("BadInput", "14")]
    public async Task Recall_ReplacedByAnIssuedDocument_NamesItInTheNoticeAndToWhoeverStillAcknowledges()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", Walk.Disseminate);
        var other = await office.Walk.ToAsync("hoa-toc", Walk.Disseminate);
        var symbol = await office.ReadAsync(db => db.Set<RegisterNumber>().Where(one => one.DirectiveId == other).Select(one => one.Symbol).SingleAsync());
        Walk.Done(await ProposeAsync(office, id, Who.Clerk, symbol));
        Walk.Done(await DecideAsync(office, id, Who.Secretary));
        var delivery = (await office.Walk.DeliveriesAsync(id))[0];

        var notice = await office.ReadAsync(db => db.Set<OutboxMessage>().SingleAsync(one => one.DeliveryId == delivery.Id && one.Purpose == Notices.Recalled));
        Assert.Contains(symbol, MessageReading.Of(notice.Content).Text, StringComparison.Ordinal);
        Assert.Contains(Reason, MessageReading.Of(notice.Content).Text, StringComparison.Ordinal);
        var refused = await Refused.ChangesNothingAsync(office, "acknowledgment.recalled", () => AcknowledgeByLinkAsync(office, notice));
        Assert.Equal(RefusalKind.Gone, refused.Kind);
        Assert.Contains(symbol, refused.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unit_AnswersOnce_AndTheFirstAnswerStands()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", Walk.Disseminate);
        Walk.Done(await ProposeAsync(office, id, Who.Clerk));
        var delivery = (await office.Walk.DeliveriesAsync(id))[0];
        var early = await NoticeAsync(office, delivery, Notices.Notice);
        await Refused.ChangesNothingAsync(office, "recall.not-recalled", () => AnswerAsync(office, early, RecallStance.Agreed));
        Walk.Done(await DecideAsync(office, id, Who.Secretary));
        var link = await NoticeAsync(office, delivery, Notices.Recalled);

        await Refused.ChangesNothingAsync(office, "field", () => AnswerAsync(office, link, RecallStance.Refused));
        Walk.Done(await AnswerAsync(office, link, RecallStance.Agreed));
        var again = Walk.Done(await AnswerAsync(office, link, RecallStance.Refused, "Đổi ý."));

        Assert.Equal(RecallStance.Agreed, again.Stance);
        Assert.Equal(1, await office.ReadAsync(db => db.Set<RecallAnswer>().CountAsync()));
    }

    [Fact]
    public async Task Recall_WithoutASecondPersonOrAReasonOrTheRight_ChangesNothing()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "issue");
        await Refused.ChangesNothingAsync(office, "recall.not-issued", () => ProposeAsync(office, id, Who.Clerk));
        await office.Walk.UntilAsync(id, Walk.Disseminate);

        await Refused.ChangesNothingAsync(office, "recall.not-proposed", () => DecideAsync(office, id, Who.Secretary));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => ProposeAsync(office, id, Who.Chief));
        await Refused.ChangesNothingAsync(office, "recall.no-replacement", () => ProposeAsync(office, id, Who.Clerk, "999-CT/TU"));
        await Refused.ChangesNothingAsync(office, "field", () => ProposeAsync(office, id, Who.Clerk, reason: " "));
        Walk.Done(await ProposeAsync(office, id, Who.Clerk));
        await Refused.ChangesNothingAsync(office, "recall.already-proposed", () => ProposeAsync(office, id, Who.Clerk));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => DecideAsync(office, id, Who.Clerk));
    }

    [Fact]
    public async Task Recall_Declined_LeavesTheDocumentStandingAndCanBeProposedAgain()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", Walk.Disseminate);
        Walk.Done(await ProposeAsync(office, id, Who.Clerk));
        Walk.Done(await DecideAsync(office, id, Who.Secretary, agree: false));

        Assert.Equal(DirectiveState.Issued, (await office.Walk.DirectiveAsync(id)).State);
        Assert.Equal(0, await office.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(one => one.Purpose == Notices.Recalled)));
        Assert.NotNull(Walk.Done(await ProposeAsync(office, id, Who.Clerk)));
    }

    private static async Task<Result<Recall>> ProposeAsync(Province office, Guid id, string who, string? replacedBy = null, string reason = Reason)
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<RecallDirective, Result<Recall>>(one => one.ProposeAsync(actor, new(id, reason, replacedBy), default));
    }

    private static async Task<Result<Recall>> DecideAsync(Province office, Guid id, string who, bool agree = true)
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<RecallDirective, Result<Recall>>(one => one.DecideAsync(actor, id, agree, default));
    }

    private static Task<Result<RecallAnswer>> AnswerAsync(Province office, OutboxMessage notice, RecallStance stance, string? reason = null) =>
        office.AskAsync<AnswerRecall, Result<RecallAnswer>>(one => one.ByLinkAsync(TokenOf(office, notice), new(stance, "Lò Văn Tặng", "Văn thư", reason), default));

    private static Task<Result<Directives.Acknowledgment.Acknowledgment>> AcknowledgeByLinkAsync(Province office, OutboxMessage notice) =>
        office.AskAsync<AcknowledgeDelivery, Result<Directives.Acknowledgment.Acknowledgment>>(
            one => one.ByLinkAsync(TokenOf(office, notice), new("Lò Văn Tặng", "Văn thư", "12"), default));

    private static Task<OutboxMessage> NoticeAsync(Province office, Delivery delivery, string purpose) =>
        office.ReadAsync(db => db.Set<OutboxMessage>().SingleAsync(one => one.DeliveryId == delivery.Id && one.Purpose == purpose));

    private static string TokenOf(Province office, OutboxMessage notice)
    {
        var text = office.TextOf(notice);
        var at = text.IndexOf("/a/", StringComparison.Ordinal) + 3;
        return text[at..(at + 43)];
    }
}
