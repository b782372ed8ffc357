using Workflow.Directives.People;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.FollowUp;

/// <summary>The registry ends follow-up and archives.</summary>
public sealed class CloseStep : ActivityKind
{
    /// <summary>Kind of the work item.</summary>
    public const string Kind = "closure";

    /// <summary>Outcome: closed.</summary>
    public const string Closed = "Closed";

    /// <inheritdoc />
    public override string Type => "Directive.Close";

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes { get; } = [Closed];

    /// <inheritdoc />
    public override StepResult Start(StepContext context)
    {
        context.Offer(Kind, Assignment.ToRoles(context.Activity.Id, [Role.Registry]));
        return StepResult.Waiting;
    }
}
