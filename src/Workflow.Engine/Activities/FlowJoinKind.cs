namespace Workflow.Engine;

/// <summary>Brings the branches of a fork together. The run itself follows the rules in <see cref="JoinRules"/>.</summary>
internal sealed class FlowJoinKind : ActivityKind
{
    internal const string TypeName = "Elsa.FlowJoin";
    internal const string WaitAll = "WaitAll";
    internal const string WaitAllActive = "WaitAllActive";
    internal const string WaitAny = "WaitAny";

    public override string Type => TypeName;

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("mode", "String", Description: "\"WaitAll\", \"WaitAllActive\" or \"WaitAny\"; \"WaitAny\" when unset, as in Elsa.")
        {
            Allowed = [WaitAll, WaitAllActive, WaitAny],
        },
    ];

    public override bool Waits => false;

    public override StepResult Start(StepContext context) => StepResult.Complete();

    /// <summary>A join's mode is a literal, so that the reader can tell whether it can ever be complete.</summary>
    internal static string ModeOf(Activity join) =>
        join.Inputs.TryGetValue("mode", out var mode) && mode.Literal is { } literal ? literal.GetValue<string>() : WaitAny;

    public override IEnumerable<ActivityFlaw> Check(Activity activity)
    {
        if (activity.Inputs.TryGetValue("mode", out var mode) && mode.Type != ExpressionType.Literal)
        {
            yield return new("mode", "join.mode-computed", $"The mode of join \"{activity.Id}\" is a {mode.Type} expression.", "Write the mode as a Literal.");
        }
    }
}
