using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>Goes every way at once.</summary>
internal sealed class FlowForkKind : ActivityKind
{
    internal const string TypeName = "Elsa.FlowFork";

    public override string Type => TypeName;

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("branches", "String[]", Required: true, "The outcomes, all of which are taken; an \"Object\" or bare list, as the ports must be known beforehand.")];

    public override IReadOnlyList<string> Outcomes { get; } = [];

    public override bool Waits => false;

    public override IReadOnlyList<string> OutcomesOf(Activity activity) =>
        activity.Inputs.TryGetValue("branches", out var value) && value.Literal is JsonArray list
            ? [.. list.Select(n => n?.GetValueKind() == System.Text.Json.JsonValueKind.String ? n.GetValue<string>() : string.Empty)]
            : [];

    public override StepResult Start(StepContext context) => StepResult.CompleteAll([.. OutcomesOf(context.Activity)]);

    public override IEnumerable<ActivityFlaw> Check(Activity activity)
    {
        var branches = OutcomesOf(activity);
        if (branches.Count == 0 && activity.Inputs.ContainsKey("branches"))
        {
            yield return new(
                "branches",
                "fork.no-branches",
                $"Fork \"{activity.Id}\" names no branches.",
                "Write the names as a JSON list in an \"Object\" expression, e.g. \"[\\\"Legal\\\",\\\"Finance\\\"]\".");
        }
        else if (branches.Any(string.IsNullOrWhiteSpace) || branches.Distinct(StringComparer.Ordinal).Count() != branches.Count)
        {
            yield return new("branches", "fork.branch-duplicate", $"Fork \"{activity.Id}\" has an empty or repeated branch name.", "Give each branch its own name.");
        }
    }
}
