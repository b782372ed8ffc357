namespace Workflow.Engine;

/// <summary>Runs its activities along their connections.</summary>
internal sealed class FlowchartKind : ContainerKind
{
    internal const string TypeName = "Elsa.Flowchart";

    public override string Type => TypeName;

    internal override bool HasList => true;

    public override bool Waits => false;

    public override StepResult Start(StepContext context) => StepResult.Enter(
        FirstOf(context.Activity) ?? throw new InvalidOperationException($"Flowchart \"{context.Activity.Id}\" has no start."));

    /// <summary>
    /// Elsa's order: an <c>Elsa.Start</c>, what may start a workflow, what nothing leads to. Elsa then falls back to the first of the list;
    /// here that is a problem of the definition.
    /// </summary>
    internal static Activity? FirstOf(Activity flowchart)
    {
        var entered = flowchart.Connections.Select(c => c.Target).ToHashSet(StringComparer.Ordinal);
        return flowchart.Children.FirstOrDefault(a => a.Type == StartKind.TypeName)
            ?? flowchart.Children.FirstOrDefault(a => a.CanStart)
            ?? flowchart.Children.FirstOrDefault(a => !entered.Contains(a.Id));
    }

    public override IEnumerable<ActivityFlaw> Check(Activity activity)
    {
        if (activity.Children.IsEmpty)
        {
            yield return new("activities", "flowchart.empty", $"Flowchart \"{activity.Id}\" has no activities.", "Give it at least one.");
        }
        else if (FirstOf(activity) is null)
        {
            yield return new(
                "activities",
                "flowchart.no-start",
                $"Every activity of flowchart \"{activity.Id}\" has an inbound connection, so it does not say where it begins.",
                "Add an \"Elsa.Start\" activity, or set \"customProperties.canStartWorkflow\" on the first one.");
        }
    }
}
