using Workflow.Directives.Deadlines;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Approval;

/// <summary>One review of the text by the holder of a role: unit head, form check, Chief of Office, or a step the office adds.</summary>
/// <param name="calendar">Working days.</param>
public sealed class ApproveStep(WorkingCalendar calendar) : ActivityKind
{
    /// <summary>Kind of the work item.</summary>
    public const string Kind = "approval";

    /// <summary>Outcome: go on.</summary>
    public const string Approved = "Approved";

    /// <summary>Outcome: back to the drafter, with a reason.</summary>
    public const string Returned = "Returned";

    /// <summary>The right that an approval asks for, by whose step it is.</summary>
    /// <param name="item">The task.</param>
    /// <param name="directive">What it is about.</param>
    internal static Right RightFor(WorkItem item, Directive directive) =>
        item.Roles.Contains(nameof(Role.UnitHead), StringComparison.Ordinal) ? Right.ApproveInUnit
        : item.Roles.Contains(nameof(Role.Registry), StringComparison.Ordinal) ? Right.CheckForm
        : Right.ApproveForSigning;

    /// <inheritdoc />
    public override string Type => "Directive.Approve";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("role", "String", true, "Role that reviews: UnitHead, ChiefOfOffice, Registry, DeputySecretary or Secretary."),
        new("unit", "String", false, "Unit the role must be held in, e.g. the input DrafterUnitId. Unset: anywhere."),
        new("workingDays", "Int32", false, "Working days to decide, today is day 0. Unset: no deadline."),
        new("requiresRecipients", "Boolean", false, "Whether Nơi nhận must be settled before approving. Unset: false."),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes { get; } = [Approved, Returned];

    /// <inheritdoc />
    public override IReadOnlyList<Guard> Guards { get; } =
    [
        new(
            "approval.recipients-unsettled",
            "Nơi nhận còn dòng chưa rõ đơn vị: mở phần Nơi nhận, chọn đơn vị hoặc ghi lý do bỏ qua cho từng dòng được đánh dấu.",
            "Nơi nhận has lines that mean no known unit: open the recipients and choose units, or give a reason, for each marked line.",
            (context, stimulus) => stimulus.Name != Approved
                || !context.Input<bool>("requiresRecipients")
                || stimulus.Facts is DirectiveFacts { UnsettledLines: 0 }),
    ];

    /// <inheritdoc />
    public override StepResult Start(StepContext context)
    {
        var unit = context.Input<string>("unit") is { Length: > 0 } text ? Guid.Parse(text) : (Guid?)null;
        var role = Enum.Parse<Role>(context.Input<string>("role")!);
        var days = context.Input<int?>("workingDays");
        context.Offer(
            Kind,
            Assignment.ToRoles(context.Activity.Id, [role], unit),
            days is { } within ? calendar.EndOfWorkingDay(context.Now, within) : null);
        return StepResult.Waiting;
    }
}
