namespace Workflow.Engine;

/// <summary>Ends the token that reaches it; other branches go on.</summary>
internal sealed class EndKind : ActivityKind
{
    public override string Type => "Elsa.End";

    public override IReadOnlyList<string> Outcomes { get; } = [];

    public override bool Waits => false;

    public override StepResult Start(StepContext context) => StepResult.CompleteAll([]);
}
