namespace Workflow.Engine;

/// <summary>Gives a variable a value.</summary>
internal sealed class SetVariableKind : ActivityKind
{
    public override string Type => "Elsa.SetVariable";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("variable", "Variable", Required: true, "The variable, as {\"id\": …, \"name\": …}."),
        new("value", "Object", Description: "Its new value; null when unset."),
    ];

    public override bool Waits => false;

    public override StepResult Start(StepContext context)
    {
        var value = context.Activity.Inputs.TryGetValue("value", out var input) ? context.ValueOf(input) : null;
        context.SetVariable(context.Activity.Inputs["variable"].Reference!, value?.DeepClone());
        return StepResult.Complete();
    }
}
