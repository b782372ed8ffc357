using System.Collections.Immutable;

namespace Workflow.Engine;

/// <summary>Goes the way of the first case that holds, or of every one; <c>Default</c> when none does.</summary>
internal sealed class FlowSwitchKind : ActivityKind
{
    internal const string TypeName = "Elsa.FlowSwitch";
    internal const string MatchAny = "MatchAny";
    private const string Default = "Default";

    public override string Type => TypeName;

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("mode", "String", Description: "\"MatchFirst\" (also when unset) takes the first case that holds, \"MatchAny\" every one.")
        {
            Allowed = ["MatchFirst", MatchAny],
        },
    ];

    public override IReadOnlyList<string> Outcomes { get; } = [Default];

    public override bool Waits => false;

    public override IReadOnlyList<string> OutcomesOf(Activity activity) => [.. activity.Cases.Select(c => c.Label), Default];

    public override StepResult Start(StepContext context)
    {
        var holding = context.Activity.Cases
            .Where(c => InputConversion.To<bool>(context.ValueOf(c.Condition), context.Activity.Id, $"cases.{c.Label}"))
            .Select(c => c.Label);
        var taken = context.Input<string>("mode") == MatchAny ? holding : holding.Take(1);
        return taken.ToImmutableArray() is { IsEmpty: false } labels ? StepResult.CompleteAll(labels) : StepResult.Complete(Default);
    }

    public override IEnumerable<ActivityFlaw> Check(Activity activity)
    {
        if (activity.Cases.IsEmpty)
        {
            yield return new("cases", "switch.no-cases", $"Switch \"{activity.Id}\" has no cases.", "Give it at least one case with \"label\" and \"condition\".");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { Default };
        for (var i = 0; i < activity.Cases.Length; i++)
        {
            if (!seen.Add(activity.Cases[i].Label))
            {
                yield return new(
                    $"cases[{i}].label",
                    "switch.label-duplicate",
                    $"The label \"{activity.Cases[i].Label}\" of switch \"{activity.Id}\" is taken.",
                    $"Give each case its own label; \"{Default}\" is for when no case holds.");
            }
        }
    }
}
