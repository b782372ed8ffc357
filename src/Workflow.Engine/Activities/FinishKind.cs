namespace Workflow.Engine;

/// <summary>Ends the whole instance, whatever else is still open.</summary>
internal sealed class FinishKind : ActivityKind
{
    public override string Type => "Elsa.Finish";

    public override IReadOnlyList<string> Outcomes { get; } = [];

    public override bool Waits => false;

    public override StepResult Start(StepContext context) => StepResult.FinishInstance;
}
