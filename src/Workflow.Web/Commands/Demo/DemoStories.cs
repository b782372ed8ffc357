using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Consultation;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Sample;

namespace Workflow.Web.Commands.Demo;

/// <summary>Five directives, each with something that goes differently.</summary>
internal sealed class DemoStories(DemoDesk desk, DemoUnits units, DemoTelling telling)
{
    private const string Drafter = "chuyenvien.my";
    private const string Head = "truongphong.boi";
    private const string OtherHead = "truongphong.lenh";
    private const string Clerk = "vanthu.nhai";
    private const string Chief = "chanhvanphong.duong";
    private const string DeputyChief = "phochanhvanphong.tin";
    private const string Secretary = "bithu.dinh";
    private const string Deputy = "phobithu.lan";

    private readonly List<DemoTold> told = [];
    private readonly DemoSteps steps = new(desk);

    public IReadOnlyList<DemoTold> Told => told;

    public async Task RunAsync()
    {
        await DirectiveAsync();
        await LetterAsync();
        await ConclusionsAsync();
        await InstructionsAsync();
        await ExpressAsync();
    }

    // Consulted, returned, resubmitted; one unit stays silent until the escalation.
    private async Task DirectiveAsync()
    {
        telling.Heading("Chỉ thị – xin ý kiến, trả lại, trình lại, ký T/M, nhắc, báo quá hạn");
        var id = await steps.DraftAsync(Drafter, "chi-thi");
        await steps.SubmitAsync(Drafter, id, [OtherHead, Deputy], Secretary);
        await steps.AnswerAsync(OtherHead, id, Stance.AgreeWithChanges, "Đề nghị bổ sung trách nhiệm của bộ đội biên phòng.");
        await steps.AnswerAsync(Deputy, id, Stance.Agree, null);
        await steps.ReturnAsync(Head, id, "Chưa nêu thời hạn báo cáo; đề nghị bổ sung ý kiến về bộ đội biên phòng.");
        await steps.ReviseAsync(Drafter, id, text => text.Replace(
            "báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện.", "báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện hằng quý; Ban Chỉ huy Bộ đội Biên phòng tỉnh phối hợp.", StringComparison.Ordinal));
        await steps.SubmitAsync(Drafter, id, [], Secretary);
        await ApproveAsync(id, Head, Clerk, DeputyChief);
        await SignAndIssueAsync(id, Secretary);
        var awaited = await units.AwaitedAsync(id);
        await ByLinkAsync(awaited.Where(one => one.UnitId != Sample("banthipham") && one != awaited[^1]));
        await SignedInAsync("banthipham", id);
        await ChaseAsync(id);
        await CloseAsync(id);
    }

    // One of those asked says nothing until the deadline; a line names an office that has ended; one receipt comes on paper.
    private async Task LetterAsync()
    {
        telling.Heading("Công văn – hết hạn xin ý kiến, dòng nơi nhận chưa rõ, ký T/M, một phiếu giấy");
        var id = await steps.DraftAsync(Drafter, "cong-van");
        await steps.SettleAsync(Drafter, id);
        await steps.SubmitAsync(Drafter, id, [OtherHead, DeputyChief], Deputy);
        await steps.AnswerAsync(OtherHead, id, Stance.Disagree, "Nên giao Công an tỉnh làm đầu mối.");
        if (desk.Clock.Told)
        {
            telling.Line("Hệ thống", "hết hạn xin ý kiến, đi tiếp (im lặng không phải là không đồng ý)", await units.NextTimerAsync(id));
            ToNextMorning();
        }
        else
        {
            await steps.AnswerAsync(DeputyChief, id, Stance.Agree, null);
        }

        await ApproveAsync(id, Head, Clerk, Chief);
        await SignAndIssueAsync(id, Deputy);
        var awaited = await units.AwaitedAsync(id);
        await ByLinkAsync(awaited.SkipLast(1));
        await steps.OnPaperAsync(Clerk, awaited[^1]);
        await CloseAsync(id);
    }

    private async Task ConclusionsAsync()
    {
        telling.Heading("Thông báo kết luận – ký thừa lệnh T/L, đơn vị đăng nhập xác nhận và báo tiến độ");
        var id = await steps.DraftAsync(Drafter, "thong-bao-ket-luan");
        await steps.SubmitAsync(Drafter, id, [OtherHead], Chief);
        await steps.AnswerAsync(OtherHead, id, Stance.Agree, null);
        await ApproveAsync(id, Head, Clerk);
        await SignAndIssueAsync(id, Chief);
        await SignedInAsync("dongthiluanhi", id);
        await ByLinkAsync(await units.AwaitedAsync(id));
        await CloseAsync(id);
    }

    private async Task InstructionsAsync()
    {
        telling.Heading("Thông báo ý kiến chỉ đạo – một đơn vị từ chối tiếp nhận");
        var id = await steps.DraftAsync(Drafter, "thong-bao-y-kien");
        await steps.SubmitAsync(Drafter, id, [], Chief);
        await ApproveAsync(id, Head, Clerk);
        await SignAndIssueAsync(id, Chief);
        var awaited = await units.AwaitedAsync(id);
        var took = await units.RefuseAsync(awaited[0], "Văn bản gửi thiếu phụ lục, đề nghị gửi lại.");
        telling.Line(awaited[0].UnitName, "từ chối tiếp nhận, có lý do (02)", took);
        await ByLinkAsync(awaited.Skip(1));
        await CloseAsync(id);
    }

    private async Task ExpressAsync()
    {
        telling.Heading("HỎA TỐC – thời hạn tính bằng giờ");
        var id = await steps.DraftAsync(Drafter, "hoa-toc");
        await steps.SubmitAsync(Drafter, id, [], Chief);
        await ApproveAsync(id, Clerk);
        await SignAndIssueAsync(id, Chief);
        var awaited = await units.AwaitedAsync(id);
        await ByLinkAsync(awaited.Skip(1));
        await ReminderAsync(id, awaited[0], "nhắc lần 1, sau 1 giờ");
        await SignedInAsync("maivanchai", id);
        await CloseAsync(id);
    }

    private async Task ApproveAsync(Guid id, params string[] approvers)
    {
        foreach (var approver in approvers)
        {
            await steps.ApproveAsync(approver, id);
        }
    }

    private async Task SignAndIssueAsync(Guid id, string signer)
    {
        await steps.SignAsync(signer, id);
        told.Add(new DemoTold(id, await steps.NumberAsync(Clerk, id)));
        await steps.SealAsync(Clerk, id);
        await steps.IssueAsync(Clerk, id);
        await SentAsync("thông báo");
    }

    private async Task SentAsync(string what)
    {
        var (tried, took) = await units.SendAsync();
        telling.Line("Hệ thống", $"gửi {tried} {what}, mỗi nơi nhận một thư", took);
    }

    private async Task ByLinkAsync(IEnumerable<Delivery> deliveries)
    {
        desk.Clock.Pass(TimeSpan.FromMinutes(30));
        var some = deliveries.ToList();
        telling.Line($"{some.Count} đơn vị", "xác nhận đã nhận qua liên kết trong thư", await units.AcknowledgeAsync(some));
    }

    private async Task SignedInAsync(string who, Guid id)
    {
        var delivery = (await units.AwaitedAsync(id)).Single(one => one.UnitId == Sample(who));
        await desk.ActAsync<AcknowledgeDelivery, Acknowledgment>(
            who,
            receipt => $"đăng nhập, xác nhận đã nhận, số đến {receipt.ArrivalNumber}",
            (one, actor) => one.AsUnitAsync(actor, delivery.Id, new AcknowledgeDelivery.Command(actor.Name, "Văn thư", $"{100 + delivery.Order}"), default));
        await desk.ActAsync<ReportHandling, Delivery>(
            who, _ => "báo đang xử lý (05)", (one, actor) => one.RunAsync(actor, delivery.Id, DeliveryStatus.InProgress, default));
    }

    // Reminders and the escalation fall due at the end of working days.
    private async Task ChaseAsync(Guid id)
    {
        var silent = (await units.AwaitedAsync(id)).Single();
        await ReminderAsync(id, silent, "nhắc lần 1");
        if (desk.Clock.Told)
        {
            await ReminderAsync(id, silent, "nhắc lần 2");
            await ReminderAsync(id, silent, "báo quá hạn tới đầu mối thứ hai");
            desk.Clock.Pass(TimeSpan.FromMinutes(20));
        }

        var took = await units.AcknowledgeAsync([silent], desk.Clock.Told ? Notices.Escalation : Notices.Notice);
        var late = desk.Clock.GetUtcNow().UtcDateTime > silent.DueAt;
        telling.Line(silent.UnitName, $"xác nhận đã nhận{(late ? " (muộn)" : "")}", took);
    }

    private async Task ReminderAsync(Guid id, Delivery silent, string what)
    {
        if (desk.Clock.Told)
        {
            var took = await units.NextTimerAsync(id);
            telling.Line("Hệ thống", $"{what}: {silent.UnitName}", took);
        }
        else
        {
            await desk.ActAsync<RemindUnit, Delivery>(Clerk, one => $"nhắc bằng tay: {one.UnitName}", (one, actor) => one.RunAsync(actor, silent.Id, default));
        }

        await SentAsync("thư nhắc");
    }

    private async Task CloseAsync(Guid id)
    {
        await steps.CloseAsync(Clerk, id);
        ToNextMorning();
    }

    private void ToNextMorning()
    {
        if (desk.Clock.Told)
        {
            var next = desk.Get<WorkingCalendar>().AddWorkingDays(WorkingCalendar.LocalDate(desk.Clock.GetUtcNow().UtcDateTime), 1);
            desk.Clock.MoveTo(next.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc) - WorkingCalendar.VietnamTime.BaseUtcOffset);
        }
    }

    private static Guid Sample(string who) => SampleProvince.IdOf(DemoDesk.Sample(who).UnitCode);
}
