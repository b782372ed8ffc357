using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Drafting;

/// <summary>The drafter corrects a returned document and submits it again.</summary>
public sealed class ReviseStep : ActivityKind
{
    /// <summary>Kind of the work item.</summary>
    public const string Kind = "revision";

    /// <summary>Outcome when the drafter submits again.</summary>
    public const string Submitted = "Submitted";

    /// <inheritdoc />
    public override string Type => "Directive.Revise";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("drafter", "String", true, "Person who drafts; usually the input DrafterId.")];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes { get; } = [Submitted];

    /// <inheritdoc />
    public override StepResult Start(StepContext context)
    {
        context.Offer(Kind, Assignment.ToPerson(context.Activity.Id, Guid.Parse(context.Input<string>("drafter")!)));
        return StepResult.Waiting;
    }

    /// <inheritdoc />
    public override StepResult Resume(StepContext context, Bookmark bookmark, Stimulus stimulus)
    {
        foreach (var (name, value) in (stimulus.Input ?? []).Where(one => context.Definition.Variables.Any(known => known.Name == one.Key)))
        {
            context.SetVariable(name, value?.DeepClone());
        }

        return StepResult.Complete(Submitted);
    }
}
