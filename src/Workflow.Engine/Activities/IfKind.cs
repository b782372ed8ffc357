namespace Workflow.Engine;

/// <summary>Runs one of two activities.</summary>
internal sealed class IfKind : ContainerKind
{
    public override string Type => "Elsa.If";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("condition", "Boolean", Required: true, "Chooses \"then\" when true, \"else\" when false.")];

    internal override IReadOnlyList<string> BranchNames { get; } = ["then", "else"];

    public override bool Waits => false;

    public override StepResult Start(StepContext context) =>
        context.Activity.Branches.TryGetValue(context.Input<bool>("condition") ? "then" : "else", out var branch)
            ? StepResult.Enter(branch)
            : StepResult.Complete();

    public override IEnumerable<ActivityFlaw> Check(Activity activity)
    {
        if (activity.Branches.Count == 0)
        {
            yield return new("then", "if.empty", $"\"{activity.Id}\" has neither \"then\" nor \"else\".", "Give it at least one of them.");
        }
    }
}
