using System.Text.Json.Nodes;
using Workflow.Directives.Deadlines;
using Workflow.Engine;

namespace Workflow.Directives.Dissemination;

/// <summary>
/// Waits until every unit has answered. Reminds those that have not, at set intervals, then escalates once; all of it stops with
/// the last answer. Counts working days, or hours for HỎA TỐC.
/// </summary>
/// <param name="calendar">Working days.</param>
public sealed class DisseminateStep(WorkingCalendar calendar) : ActivityKind
{
    /// <summary>Event that ends the step: no unit is awaited any more.</summary>
    public const string AllAnswered = "all-answered";

    /// <summary>Notice: remind the awaited units; payload <c>round</c> from 1.</summary>
    public const string Remind = "remind";

    /// <summary>Notice: escalate the awaited units.</summary>
    public const string Escalate = "escalate";

    private const string Round = "round";

    /// <inheritdoc />
    public override string Type => "Directive.Disseminate";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("count", "String", true, "What the figures count: WorkingDays or Hours."),
        new("remindAfter", "Int32", true, "First reminder, after the issue."),
        new("remindEvery", "Int32", true, "Between reminders."),
        new("reminders", "Int32", true, "How many reminders, from 0."),
        new("escalateAfter", "Int32", true, "Escalation, after the last reminder."),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes { get; } = ["Acknowledged"];

    /// <inheritdoc />
    public override StepResult Start(StepContext context)
    {
        context.Await(AllAnswered);
        Schedule(context, round: 1);
        return StepResult.Waiting;
    }

    /// <inheritdoc />
    public override StepResult Resume(StepContext context, Bookmark bookmark, Stimulus stimulus)
    {
        if (bookmark.Kind == BookmarkKind.Event)
        {
            return StepResult.Complete("Acknowledged");
        }

        if (bookmark.Name == Remind)
        {
            var round = context.Memory[Round]!.GetValue<int>();
            context.Notify(Remind, new JsonObject { [Round] = round });
            Schedule(context, round + 1);
        }
        else
        {
            context.Notify(Escalate, []);
        }

        return StepResult.Waiting;
    }

    private void Schedule(StepContext context, int round)
    {
        context.Memory[Round] = round;
        if (round <= context.Input<int>("reminders"))
        {
            context.Timer(Remind, After(context, context.Input<int>(round == 1 ? "remindAfter" : "remindEvery")));
        }
        else
        {
            context.Timer(Escalate, After(context, context.Input<int>("escalateAfter")));
        }
    }

    private DateTime After(StepContext context, int figure) =>
        context.Input<string>("count") == "Hours" ? context.Now.AddHours(figure) : calendar.EndOfWorkingDay(context.Now, figure);
}
