using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests.Activities;

public sealed class BuiltInKindTests
{
    [Fact]
    public void Delay_FourHundredDays_StartsATimerAndFiresNeitherEarlyNorNever()
    {
        var begun = Case.Start(new Flow().Add("wait", "Elsa.Delay", ("timeSpan", Flow.Literal("TimeSpan", "400.00:00:00"))).Record("after").To("wait > after"));

        var timer = Assert.Single(begun.Effects.OfType<StartTimer>()).Bookmark;
        Assert.Equal(Case.Morning.AddDays(400), timer.DueAt);
        Assert.Equal("timer.not-due", begun.Refused(c => c.Try("wait", "due", Case.Morning.AddDays(400).AddTicks(-1))).Code);
        Assert.Equal(["after"], begun.Fire("wait", "due", Case.Morning.AddDays(400)).Recorded);
    }

    [Fact]
    public void Delay_FromAVariableThatIsTwoThings_Faults()
    {
        var faulted = Case.Start(new Flow().Variable("Wait", "String", "72:00:00")
            .Add("wait", "Elsa.Delay", ("timeSpan", Flow.Expression("TimeSpan", "Variable", new JsonObject { ["id"] = "v-Wait", ["name"] = "Wait" }))));

        Assert.Equal(("input.invalid", "wait"), (faulted.State.Incident!.Code, faulted.State.Incident.ActivityId));
    }

    [Fact]
    public void Delay_BeyondTheCalendar_Faults() =>
        Assert.Equal("input.invalid", Case.Start(new Flow().Add("wait", "Elsa.Delay", ("timeSpan", "9999999.00:00:00"))).State.Incident!.Code);

    [Fact]
    public void StartAt_OffsetInTheFile_IsKeptInUtc()
    {
        var begun = Case.Start(new Flow().Add("at", "Elsa.StartAt", ("dateTime", Flow.Literal("DateTimeOffset", "2026-07-01T07:30:00+07:00"))));

        Assert.Equal(new DateTime(2026, 7, 1, 0, 30, 0, DateTimeKind.Utc), begun.State.Bookmarks.Single().DueAt);
    }

    [Fact]
    public void Event_Raised_PutsWhatCameWithItIntoItsVariable()
    {
        var begun = Case.Start(new Flow().Variable("Answer", "Object", null)
            .Add("hear", "Elsa.Event", ("eventName", "answered"), ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-Answer" } })));

        var raised = begun.Then(Case.Engine.Raise(begun.Definition, begun.State, "answered", new JsonObject { ["text"] = "Đồng ý" }, Case.Morning));

        Assert.Equal("Đồng ý", raised.State.Variables["Answer"]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(3, "small")]
    [InlineData(30, "large")]
    public void FlowDecision_Condition_ChoosesTheWay(int pages, string expected)
    {
        var flow = new Flow().Input("Pages", "Int32").Add("decide", "Elsa.FlowDecision", ("condition", Flow.Script("Boolean", "getInput(\"Pages\") > 10")))
            .Record("small", "large").To("decide.True > large", "decide.False > small");

        Assert.Equal([expected], Case.Start(flow, new JsonObject { ["Pages"] = pages }).Recorded);
    }

    [Theory]
    [InlineData("MatchFirst", 30, "many")]
    [InlineData("MatchAny", 30, "many,some")]
    [InlineData("MatchAny", 0, "none")]
    [InlineData("MatchFirst", 0, "none")]
    public void FlowSwitch_Mode_TakesTheFirstOrEveryCase(string mode, int pages, string expected)
    {
        var flow = new Flow().Input("Pages", "Int32").Add("switch", "Elsa.FlowSwitch", ("mode", Flow.Literal("Elsa.Workflows.Activities.SwitchMode, Elsa.Workflows.Core", mode)), ("cases", new JsonArray(
            new JsonObject { ["label"] = "Many", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "getInput('Pages') > 10" } },
            new JsonObject { ["label"] = "Some", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "getInput('Pages') > 0" } })))
            .Record("many", "some", "none").To("switch.Many > many", "switch.Some > some", "switch.Default > none");

        Assert.Equal(expected.Split(','), Case.Start(flow, new JsonObject { ["Pages"] = pages }).Recorded);
    }

    [Fact]
    public void FlowSwitch_EveryCase_IsAForkAJoinCanClose()
    {
        var flow = new Flow().Add("switch", "Elsa.FlowSwitch", ("mode", Flow.Literal("String", "MatchAny")), ("cases", new JsonArray(
            new JsonObject { ["label"] = "A", ["condition"] = true },
            new JsonObject { ["label"] = "B", ["condition"] = new JsonObject { ["type"] = "Literal", ["value"] = "true" } })))
            .Approval("a", "b").Join("join", "WaitAll").Record("after")
            .To("switch.A > a", "switch.B > b", "a.Approved > join", "b.Approved > join", "join > after");

        Assert.Equal(["after"], Case.Start(flow).Fire("b").Fire("a").Recorded);
    }

    [Fact]
    public void Finish_InOneBranch_EndsTheOthers()
    {
        var flow = new Flow().Fork("fork", "A", "B").Approval("a", "b").Add("finish", "Elsa.Finish").To("fork.A > a", "fork.B > b", "a.Approved > finish");

        var done = Case.Start(flow).Fire("a");

        Assert.Equal(InstanceStatus.Finished, done.State.Status);
        Assert.Single(done.Last.Effects.OfType<WithdrawWorkItem>());
    }

    [Fact]
    public void Fault_CodeAndMessage_AreTheIncident()
    {
        var faulted = Case.Start(new Flow().Add("stop", "Elsa.Fault", ("code", "no-signer"), ("message", "Chưa có người ký")));

        Assert.Equal(new Incident("no-signer", "Chưa có người ký", "stop"), faulted.State.Incident);
        Assert.Equal(InstanceStatus.Faulted, faulted.State.Status);
    }

    [Fact]
    public void SetVariable_Value_IsSeenByLaterActivities()
    {
        var flow = new Flow().Variable("Stage", "String", "draft").Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-Stage" }), ("value", Flow.Literal("String", "sign")))
            .Add("say", "Sample.RecordStep", ("text", Flow.Script("String", "variables.Stage + '!'"))).To("set > say");

        var done = Case.Start(flow);

        Assert.Equal("sign!", done.Effects.OfType<Notify>().Single().Payload["text"]!.GetValue<string>());
    }
}
