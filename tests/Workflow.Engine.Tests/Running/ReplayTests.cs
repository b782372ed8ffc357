using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests.Running;

public sealed class ReplayTests
{
    private static readonly (string Activity, string Name)[] Recorded =
    [
        ("draft", "Approved"), ("legal", "Rejected"), ("draft", "Approved"), ("finance", "Approved"), ("pause", "due"), ("legal", "Approved"), ("two", "Given"), ("two", "Given"),
    ];

    [Fact]
    public void Replay_RecordedStimuli_GivesTheSameBytes()
    {
        var first = Run(Build());
        var second = Run(Build());

        Assert.Equal(InstanceStatus.Finished, first.State.Status);
        Assert.Equal(first.State.ToJson(), second.State.ToJson());
        Assert.Equal(JsonSerializer.Serialize(first.History), JsonSerializer.Serialize(second.History));
        Assert.Equal(JsonSerializer.Serialize(first.Effects.Select(e => (object)e)), JsonSerializer.Serialize(second.Effects.Select(e => (object)e)));
    }

    [Fact]
    public void Replay_CompletedRuns_AreNeverStartedAgain()
    {
        var done = Run(Build());

        Assert.Equal(
            done.History.Where(e => e.Kind == HistoryKind.ActivityStarted).Select(e => e.ActivityInstanceId).Distinct().Count(),
            done.History.Count(e => e.Kind == HistoryKind.ActivityStarted));
        Assert.Equal(
            done.History.Count(e => e.Kind == HistoryKind.ActivityStarted),
            done.History.Count(e => e.Kind is HistoryKind.ActivityCompleted or HistoryKind.ActivityCancelled));
    }

    private static WorkflowDefinition Build() => new Flow().Variable("Round", "Int32", "0").Approval("draft")
        .Add("count", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Round", ["name"] = "Round" }), ("value", Flow.Script("Int32", "getVariable('Round') + 1")))
        .Fork("fork", "L", "F", "P").Approval("legal", "finance").Add("pause", "Elsa.Delay", ("timeSpan", "01:00:00"))
        .Join("join", "WaitAll").Add("two", "Sample.TwoOpinions").Record("after").To(
            "draft.Approved > count > fork", "fork.L > legal", "fork.F > finance", "fork.P > pause", "legal.Approved > join", "finance.Approved > join", "pause > join",
            "legal.Rejected > draft", "join > two > after").Read();

    private static Case Run(WorkflowDefinition definition)
    {
        var at = Case.Start(definition);
        for (var i = 0; i < Recorded.Length; i++)
        {
            at = at.Fire(Recorded[i].Activity, Recorded[i].Name, Case.Morning.AddDays(i + 1));
        }

        return at;
    }
}
