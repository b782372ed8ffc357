using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests.Activities;

public sealed class ContainerTests
{
    [Fact]
    public void Sequence_Activities_RunInOrder()
    {
        var begun = Case.Start(new Flow().Add("steps", "Elsa.Sequence", ("activities", List(Record("r1"), Approval("a"), Record("r2")))).Record("after").To("steps > after"));

        Assert.Equal(["r1"], begun.Recorded);
        Assert.Equal(["r1", "r2", "after"], begun.Fire("a").Recorded);
    }

    [Theory]
    [InlineData(true, "yes,after")]
    [InlineData(false, "no,after")]
    public void If_Condition_RunsOneBranch(bool condition, string expected)
    {
        var flow = new Flow().Input("Urgent", "Boolean").Add(
            "if", "Elsa.If", ("condition", Flow.Expression("Boolean", "Input", new JsonObject { ["name"] = "Urgent" })), ("then", Record("yes")), ("else", Record("no")))
            .Record("after").To("if > after");

        Assert.Equal(expected.Split(','), Case.Start(flow, new JsonObject { ["Urgent"] = condition }).Recorded);
    }

    [Fact]
    public void If_NoBranchForTheAnswer_GoesOn()
    {
        var flow = new Flow().Add("if", "Elsa.If", ("condition", false), ("then", Record("yes"))).Record("after").To("if > after");

        Assert.Equal(["after"], Case.Start(flow).Recorded);
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public void Flowchart_NestedWithItsOwnFork_CompletesWhenEverythingInItIsOver(string mode)
    {
        var flow = new Flow().Fork("fork", "A", "B").Add("inner", "Elsa.Flowchart", Inner("", "a1", "a2")).Approval("b").Join("join", mode).Record("after")
            .To("fork.A > inner", "fork.B > b", "inner > join", "b.Approved > join", "join > after");

        Assert.Equal(["after"], Case.Start(flow).Fire("a1").Fire("b").Fire("a2").Recorded);
        Assert.Equal(["after"], Case.Start(flow).Fire("b").Fire("a2").Fire("a1").Recorded);
    }

    [Fact]
    public void Flowchart_NestedJoinStillWaiting_HoldsTheOuterJoin()
    {
        var (activities, connections) = (List(Fork(), Approval("a1"), Approval("a2"), Join("innerJoin")), Connect("f.A > a1", "f.B > a2", "a1.Approved > innerJoin", "a2.Approved > innerJoin"));
        var flow = new Flow().Fork("fork", "A", "B").Add("inner", "Elsa.Flowchart", ("activities", activities), ("connections", connections)).Approval("b")
            .Join("join", "WaitAllActive").Record("after").To("fork.A > inner", "fork.B > b", "inner > join", "b.Approved > join", "join > after");

        var at = Case.Start(flow).Fire("a1").Fire("b");
        Assert.Empty(at.Recorded);
        Assert.Equal(["after"], at.Fire("a2").Recorded);
    }

    [Fact]
    public void Flowchart_NestedInACancelledBranch_IsCancelledWhole()
    {
        var flow = new Flow().Approval("draft").Fork("fork", "A", "B").Add("inner", "Elsa.Flowchart", Inner("", "a1", "a2")).Approval("b").Join("join", "WaitAny").Approval("after")
            .To("draft.Approved > fork", "fork.A > inner", "fork.B > b", "inner > join", "b.Approved > join", "join > after");

        var done = Case.Start(flow).Fire("draft").Fire("a1").Fire("b");

        Assert.Equal(["after"], done.Waiting);
        Assert.Equal(["inner", "a2"], done.Last.History.Where(e => e.Kind == HistoryKind.ActivityCancelled).Select(e => e.ActivityId));
    }

    [Fact]
    public void Flowchart_EnteredAgainWhileRunning_BeginsAnew()
    {
        var flow = new Flow().Fork("fork", "A", "B").Approval("a", "b").Add("inner", "Elsa.Flowchart", Inner("", "x", "y")).Record("after")
            .To("fork.A > a", "fork.B > b", "a.Approved > inner", "b.Approved > inner", "inner > after");
        var at = Case.Start(flow).Fire("a").Fire("x").Fire("b");

        Assert.Equal(["x", "y"], at.Waiting.Order());
        Assert.Equal(["after"], at.Fire("x").Fire("y").Recorded);
    }

    private static (string Name, JsonNode? Value)[] Inner(string prefix, string one, string other) =>
    [
        ("activities", List(Fork(), Approval(prefix + one), Approval(prefix + other))),
        ("connections", Connect($"f.A > {prefix}{one}", $"f.B > {prefix}{other}")),
    ];

    private static JsonArray List(params JsonObject[] activities) => [.. activities];

    private static JsonObject Record(string id) => new() { ["id"] = id, ["type"] = "Sample.RecordStep" };

    private static JsonObject Approval(string id) => new() { ["id"] = id, ["type"] = "Sample.AwaitApproval" };

    private static JsonObject Fork() => new() { ["id"] = "f", ["type"] = "Elsa.FlowFork", ["branches"] = new JsonArray("A", "B") };

    private static JsonObject Join(string id) => new() { ["id"] = id, ["type"] = "Elsa.FlowJoin", ["mode"] = "WaitAll" };

    private static JsonArray Connect(params string[] ways) => [.. ways.Select(way =>
    {
        var ends = way.Split(" > ");
        var source = ends[0].Split('.');
        return new JsonObject { ["source"] = source[0], ["sourcePort"] = source[1], ["target"] = ends[1], ["targetPort"] = "In" };
    })];
}
