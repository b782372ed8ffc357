namespace Workflow.Engine;

/// <summary>Ends the instance as faulted.</summary>
internal sealed class FaultKind : ActivityKind
{
    public override string Type => "Elsa.Fault";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("code", "String", Description: "The incident's code; \"fault\" when unset."),
        new("category", "String", Description: "Kept for Elsa."),
        new("faultType", "String", Description: "Kept for Elsa."),
        new("message", "String", Description: "The incident's message."),
    ];

    public override IReadOnlyList<string> Outcomes { get; } = [];

    public override bool Waits => false;

    public override StepResult Start(StepContext context) => StepResult.Fault(
        context.Input<string>("code") ?? "fault",
        context.Input<string>("message") ?? $"Activity \"{context.Activity.Id}\" ended the instance.");
}
