using Workflow.Directives.Deadlines;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Consultation;

/// <summary>
/// Asks all named people at once and goes on when each has answered or the deadline has passed: a consultation never blocks, and
/// silence is not a no.
/// </summary>
/// <param name="calendar">Working days.</param>
public sealed class ConsultStep(WorkingCalendar calendar) : ActivityKind
{
    /// <summary>Kind of the work items.</summary>
    public const string Kind = "opinion";

    /// <summary>Outcome of the step, and the stimulus of an answer.</summary>
    public const string Answered = "Answered";

    /// <summary>Outcome when the drafter takes the text back to change it.</summary>
    public const string Returned = "Returned";

    /// <summary>Variable with the people to ask in this round: an array of person ids.</summary>
    public const string Consultees = "Consultees";

    /// <inheritdoc />
    public override string Type => "Directive.Consult";

    /// <inheritdoc />
    public override bool Waits => false;

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("workingDays", "Int32", true, "Working days to answer, from 1 to 30; today is day 0."),
        new("consultees", "Object", true, "People to ask, an array of ids; usually the input Consultees."),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes { get; } = ["Done", Returned];

    /// <inheritdoc />
    public override StepResult Start(StepContext context)
    {
        var people = (Assignment.Chosen<string[]>(context, Consultees, "consultees") ?? []).Select(Guid.Parse).ToList();
        if (people.Count == 0)
        {
            return StepResult.Complete();
        }

        var dueAt = calendar.EndOfWorkingDay(context.Now, context.Input<int>("workingDays"));
        people.ForEach(person => context.Offer(Kind, Assignment.ToPerson(context.Activity.Id, person), dueAt));
        context.Timer("deadline", dueAt);
        return StepResult.Waiting;
    }

    /// <inheritdoc />
    public override StepResult Resume(StepContext context, Bookmark bookmark, Stimulus stimulus)
    {
        if (stimulus.Name == Returned)
        {
            return StepResult.Complete(Returned);
        }

        var waiting = context.Bookmarks.Any(open => open.Kind == BookmarkKind.WorkItem && open.Id != bookmark.Id);
        return bookmark.Kind == BookmarkKind.Timer || !waiting ? StepResult.Complete() : StepResult.Waiting;
    }
}
