namespace Workflow.Engine;

/// <summary>Where a flowchart begins.</summary>
internal sealed class StartKind : ActivityKind
{
    internal const string TypeName = "Elsa.Start";

    public override string Type => TypeName;

    public override bool Waits => false;

    public override StepResult Start(StepContext context) => StepResult.Complete();
}
