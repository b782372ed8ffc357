using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests.Running;

public sealed class WorkflowStateTests
{
    [Fact]
    public void Json_RoundTrip_IsByteIdenticalAndGoesOn()
    {
        var flow = new Flow().Variable("Số", "Int32", "7").Input("DocumentId", "String").Add("two", "Sample.TwoOpinions").Fork("fork", "A", "B").Approval("a", "b")
            .Join("join", "WaitAll").To("two > fork", "fork.A > a", "fork.B > b", "a.Approved > join", "b.Approved > join");
        var at = Case.Start(flow, new JsonObject { ["DocumentId"] = "Chỉ thị 05-CT/TU" });
        foreach (var act in new[] { "two", "two", "a", "b" })
        {
            var json = at.State.ToJson();
            Assert.Equal(json, WorkflowState.FromJson(json).ToJson());
            var stored = (at with { State = WorkflowState.FromJson(json) }).Fire(act);
            at = at.Fire(act);
            Assert.Equal(at.State.ToJson(), stored.State.ToJson());
        }

        Assert.Equal(InstanceStatus.Finished, at.State.Status);
        Assert.Contains("Chỉ thị 05-CT/TU", at.State.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_TimerMoment_KeepsItsTicksAndUtc()
    {
        var now = Case.Morning.AddTicks(1234567);
        var begun = Case.Engine.Start(new Flow().Add("wait", "Elsa.Delay", ("timeSpan", "00:00:01")).Read(), [], now);

        var due = WorkflowState.FromJson(begun.State.ToJson()).Bookmarks.Single().DueAt!.Value;

        Assert.Equal((now.AddSeconds(1), DateTimeKind.Utc), (due, due.Kind));
    }

    [Fact]
    public void Json_FormOfAnotherBuild_IsNotRead()
    {
        var json = Case.Start(new Flow().Approval("a")).State.ToJson().Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => WorkflowState.FromJson(json));
    }

    [Fact]
    public void Json_NoState_IsNotRead()
    {
        Assert.Throws<JsonException>(() => WorkflowState.FromJson("null"));
        Assert.Throws<JsonException>(() => WorkflowState.FromJson("{}"));
    }
}
