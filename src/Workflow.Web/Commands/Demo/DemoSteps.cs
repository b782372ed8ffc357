using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Approval;
using Workflow.Directives.Consultation;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.FollowUp;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Recipients;
using Workflow.Directives.Sample;
using Workflow.Directives.Signing;

namespace Workflow.Web.Commands.Demo;

/// <summary>The office's own steps, each by the person named.</summary>
internal sealed class DemoSteps(DemoDesk desk)
{
    public async Task<Guid> DraftAsync(string who, string key)
    {
        var command = new DraftDirective.Command(SampleTexts.TemplateOf(key), SampleTexts.Of(key));
        return (await desk.ActAsync<DraftDirective, Directive>(
            who, one => $"dự thảo: {one.Subject}", (one, actor) => one.RunAsync(actor, command, default))).Id;
    }

    public async Task SubmitAsync(string who, Guid id, string[] consultees, string signer)
    {
        var seen = await RevisionAsync(id);
        var command = new SubmitDirective.Command(id, seen.No, [.. consultees.Select(one => DemoDesk.Sample(one).Id)], DemoDesk.Sample(signer).Id);
        await desk.ActAsync<SubmitDirective, Directive>(
            who,
            one => $"trình bản {one.RevisionNo}{(consultees.Length > 0 ? $", xin ý kiến {consultees.Length} người" : "")}",
            (one, actor) => one.RunAsync(actor, command, default));
    }

    public async Task AnswerAsync(string who, Guid id, Stance stance, string? text)
    {
        var (item, seen) = (await desk.OpenAsync(id, who), await RevisionAsync(id));
        await desk.ActAsync<GiveOpinion, Opinion>(
            who,
            one => one.Stance switch { Stance.Agree => "nhất trí", Stance.AgreeWithChanges => "nhất trí, có bổ sung", _ => "không nhất trí" },
            (one, actor) => one.RunAsync(actor, new GiveOpinion.Command(item.Id, seen.No, stance, text), default));
    }

    public async Task ReturnAsync(string who, Guid id, string reason)
    {
        var (item, seen) = (await desk.OpenAsync(id), await RevisionAsync(id));
        await desk.ActAsync<ReturnDirective, Directive>(
            who, _ => $"trả lại: {reason}", (one, actor) => one.RunAsync(actor, new ReturnDirective.Command(item.Id, seen.No, reason), default));
    }

    public async Task ReviseAsync(string who, Guid id, Func<string, string> change)
    {
        var seen = await RevisionAsync(id);
        await desk.ActAsync<ReviseDirective, Directive>(
            who, one => $"sửa, nay là bản {one.RevisionNo}", (one, actor) => one.RunAsync(actor, new ReviseDirective.Command(id, seen.No, change(seen.Text)), default));
    }

    /// <summary>Settles each doubtful line with the units suggested for it.</summary>
    public async Task SettleAsync(string who, Guid id)
    {
        foreach (var line in (await PlanAsync(id)).Lines.Where(line => !line.Settled))
        {
            var suggestion = line.Resolution.Suggestions[0];
            var command = new SettleRecipientLine.Command(id, line.Text, suggestion.UnitIds, null);
            await desk.ActAsync<SettleRecipientLine, RecipientPlan>(
                who, _ => $"rõ nơi nhận \"{line.Text}\": gửi {suggestion.Name}", (one, actor) => one.RunAsync(actor, command, default));
        }
    }

    public async Task ApproveAsync(string who, Guid id)
    {
        var (item, seen) = (await desk.OpenAsync(id), await RevisionAsync(id));
        await desk.ActAsync<ApproveDirective, Approval>(
            who,
            one => one.Step switch { "unit-head" => "ký nháy", "form" => "thẩm định thể thức: đạt", _ => "duyệt, trình ký" },
            (one, actor) => one.RunAsync(actor, new ApproveDirective.Command(item.Id, seen.No), default));
    }

    public async Task SignAsync(string who, Guid id)
    {
        var (item, seen) = (await desk.OpenAsync(id), await RevisionAsync(id));
        await desk.ActAsync<SignDirective, Signature>(
            who,
            one => $"ký {one.Authority}, {one.Position}, nội dung {one.ContentHash[..8]}",
            async (one, actor) => await one.RunAsync(
                actor, new SignDirective.Command(item.Id, seen.No, seen.ContentHash, await desk.PaperToSignAsync(id, seen, actor), TrialAuthority.Pin), default));
    }

    public async Task<string> NumberAsync(string who, Guid id)
    {
        var item = await desk.OpenAsync(id);
        return (await desk.ActAsync<NumberDirective, RegisterNumber>(
            who,
            one => $"cấp số {one.Symbol}, ngày {one.Date:dd/MM/yyyy}",
            (one, actor) => one.RunAsync(actor, new NumberDirective.Command(item.Id), default))).Symbol;
    }

    public async Task SealAsync(string who, Guid id)
    {
        var item = await desk.OpenAsync(id);
        await desk.ActAsync<SealDirective, Seal>(who, _ => "đóng dấu", (one, actor) => one.RunAsync(actor, new SealDirective.Command(item.Id, TrialAuthority.Pin), default));
    }

    public async Task IssueAsync(string who, Guid id)
    {
        var item = await desk.OpenAsync(id);
        var units = (await PlanAsync(id)).Recipients.Count;
        await desk.ActAsync<IssueDirective, Issuance>(
            who,
            one => $"phát hành tới {units} nơi nhận, xác nhận trước {WorkingCalendar.ToVietnam(one.AcknowledgeBy):HH:mm dd/MM}",
            (one, actor) => one.RunAsync(actor, item.Id, default));
    }

    public Task OnPaperAsync(string who, Delivery delivery) => desk.ActAsync<AcknowledgeDelivery, Acknowledgment>(
        who,
        one => $"ghi phiếu giấy của {delivery.UnitName}, số đến {one.ArrivalNumber}",
        (one, actor) => one.OnPaperAsync(
            actor, delivery.Id, new AcknowledgeDelivery.Command("Tòng Văn Hặc", "Văn thư", $"{delivery.Order}"), "Phiếu gửi văn bản có ký nhận.", default));

    public async Task CloseAsync(string who, Guid id)
    {
        var item = await desk.OpenAsync(id);
        await desk.ActAsync<CloseDirective, Closure>(
            who, _ => "mọi đơn vị đã trả lời; kết thúc theo dõi, lưu", (one, actor) => one.RunAsync(actor, new CloseDirective.Command(item.Id), default));
    }

    private async Task<RecipientPlan> PlanAsync(Guid id)
    {
        var document = DocumentReader.Read((await RevisionAsync(id)).Text);
        var today = WorkingCalendar.LocalDate(desk.Clock.GetUtcNow().UtcDateTime);
        return await desk.ReadAsync(db => RecipientPlan.MakeAsync(db, id, document, today, default));
    }

    private Task<Revision> RevisionAsync(Guid id) => desk.ReadAsync(db =>
        db.Set<Revision>().AsNoTracking().Where(one => one.DirectiveId == id).OrderByDescending(one => one.No).FirstAsync());
}
