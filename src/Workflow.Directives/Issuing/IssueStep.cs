using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Issuing;

/// <summary>The registry sends the document to its whole list (NĐ 30/2020 art. 18.1: the day it is signed, at the latest the next working day).</summary>
/// <param name="calendar">Working days.</param>
public sealed class IssueStep(WorkingCalendar calendar) : ActivityKind
{
    /// <summary>Kind of the work item.</summary>
    public const string Kind = "issue";

    /// <summary>Outcome: issued.</summary>
    public const string Issued = "Issued";

    /// <inheritdoc />
    public override string Type => "Directive.Issue";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("workingDays", "Int32", true, "Working days to issue, today is day 0.")];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes { get; } = [Issued];

    /// <inheritdoc />
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(
            "issue.recipients-unsettled",
            "Nơi nhận còn dòng chưa rõ đơn vị: chọn đơn vị hoặc ghi lý do bỏ qua cho từng dòng được đánh dấu rồi phát hành.",
            "Nơi nhận has lines that mean no known unit: choose units, or give a reason, for each marked line, then issue.",
            (_, stimulus) => stimulus.Facts is DirectiveFacts { UnsettledLines: 0 }),
        new(
            "issue.no-recipients",
            "Nơi nhận không có đơn vị nào: văn bản không gửi được cho ai.",
            "Nơi nhận names no unit: the document would reach nobody.",
            (_, stimulus) => stimulus.Facts is DirectiveFacts { Recipients: > 0 }),
        new(
            "issue.recipients-changed",
            "Danh bạ đã thay đổi: nơi nhận hôm nay khác danh sách đã thống nhất. Xem các đơn vị thêm, bớt và đồng ý danh sách mới rồi phát hành.",
            "The directory has changed: the recipients of today are not the agreed ones. See who enters and leaves, agree to the new list, then issue.",
            (_, stimulus) => stimulus.Facts is DirectiveFacts { ListAgreed: true }),
    ];

    /// <inheritdoc />
    public override StepResult Start(StepContext context)
    {
        context.Offer(
            Kind,
            Assignment.ToRoles(context.Activity.Id, [Role.Registry]),
            calendar.EndOfWorkingDay(context.Now, context.Input<int>("workingDays")));
        return StepResult.Waiting;
    }
}
