using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Numbering;

/// <summary>The registry gives number and date (NĐ 30/2020 art. 15: at the latest on the next working day), or refuses to.</summary>
/// <param name="calendar">Working days.</param>
public sealed class NumberStep(WorkingCalendar calendar) : ActivityKind
{
    /// <summary>Kind of the work item.</summary>
    public const string Kind = "number";

    /// <summary>Outcome: number given.</summary>
    public const string Numbered = "Numbered";

    /// <summary>Outcome: refused a number, back to the drafter with a reason.</summary>
    public const string Returned = "Returned";

    /// <inheritdoc />
    public override string Type => "Directive.Number";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("workingDays", "Int32", true, "Working days to number, today is day 0.")];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes { get; } = [Numbered, Returned];

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
