namespace Workflow.Engine;

internal static class BuiltInKinds
{
    internal static IEnumerable<ActivityKind> All() =>
    [
        new FlowchartKind(), new SequenceKind(), new IfKind(), new StartKind(), new EndKind(), new FinishKind(),
        new FlowDecisionKind(), new FlowSwitchKind(), new FlowForkKind(), new FlowJoinKind(),
        new DelayKind(), new StartAtKind(), new EventKind(), new SetVariableKind(), new FaultKind(),
    ];
}
