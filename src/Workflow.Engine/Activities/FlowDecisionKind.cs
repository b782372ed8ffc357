namespace Workflow.Engine;

/// <summary>Goes one of two ways.</summary>
internal sealed class FlowDecisionKind : ActivityKind
{
    public override string Type => "Elsa.FlowDecision";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("condition", "Boolean", Required: true, "Chooses the outcome \"True\" or \"False\".")];

    public override IReadOnlyList<string> Outcomes { get; } = ["True", "False"];

    public override bool Waits => false;

    public override StepResult Start(StepContext context) => StepResult.Complete(context.Input<bool>("condition") ? "True" : "False");
}
