namespace Workflow.Engine;

/// <summary>What activities of one type do. Stateless: one object serves every instance, on any thread.</summary>
public abstract class ActivityKind
{
    /// <summary>The type's name in definitions, e.g. <c>Directive.Approve</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The inputs it understands. None by default; a definition that sets another is rejected.</summary>
    public virtual IReadOnlyList<ActivityInput> Inputs => [];

    /// <summary>The outcomes it can complete with; <c>Done</c> alone by default.</summary>
    public virtual IReadOnlyList<string> Outcomes { get; } = ["Done"];

    /// <summary>What must hold before it is resumed. None by default. All are checked, and a refusal lists every unmet one.</summary>
    public virtual IReadOnlyList<Guard> Guards => [];

    /// <summary>
    /// Whether every run waits for something outside. True by default. A cycle of which no activity waits is rejected,
    /// so a kind that may complete at once says false.
    /// </summary>
    public virtual bool Waits => true;

    /// <summary>The outcomes of one activity, for kinds whose outcomes depend on their inputs; <see cref="Outcomes"/> by default.</summary>
    public virtual IReadOnlyList<string> OutcomesOf(Activity activity) => Outcomes;

    /// <summary>Finds what the general rules of the reader cannot see. Nothing by default.</summary>
    public virtual IEnumerable<ActivityFlaw> Check(Activity activity) => [];

    /// <summary>Begins a run.</summary>
    public abstract StepResult Start(StepContext context);

    /// <summary>
    /// Goes on after a bookmark was fired. By default completes with the outcome of the stimulus' name,
    /// and refuses a name that is no outcome.
    /// </summary>
    public virtual StepResult Resume(StepContext context, Bookmark bookmark, Stimulus stimulus)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(stimulus);
        return OutcomesOf(context.Activity).Contains(stimulus.Name)
            ? StepResult.Complete(stimulus.Name)
            : StepResult.Refuse(
                "stimulus.unknown",
                $"Bước này không nhận thao tác \"{stimulus.Name}\".",
                $"This step does not take the act \"{stimulus.Name}\".");
    }
}
