using Workflow.Directives.People;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Issuing;

/// <summary>The registry applies the organ's seal to a signed and numbered document.</summary>
public sealed class SealStep : ActivityKind
{
    /// <summary>Kind of the work item.</summary>
    public const string Kind = "seal";

    /// <summary>Outcome: sealed.</summary>
    public const string Sealed = "Sealed";

    /// <inheritdoc />
    public override string Type => "Directive.Seal";

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes { get; } = [Sealed];

    /// <inheritdoc />
    public override StepResult Start(StepContext context)
    {
        context.Offer(Kind, Assignment.ToRoles(context.Activity.Id, [Role.Registry]));
        return StepResult.Waiting;
    }
}
