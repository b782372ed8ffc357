using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests.Running;

public sealed class WorkflowEngineTests
{
    private static readonly Flow OneApproval = new Flow().Approval("sign").Record("issue").To("sign.Approved > issue");

    [Fact]
    public void Resume_SameBookmarkTwice_RefusesTheSecond()
    {
        var begun = Case.Start(new Flow().Approval("sign", "seal").To("sign.Approved > seal"));
        var stimulus = new Stimulus(begun.State.Bookmarks.Single().Id, "Approved", "thu");
        var once = begun.Then(Case.Engine.Resume(begun.Definition, begun.State, stimulus, Case.Morning));

        var refusal = once.Refused(c => Case.Engine.Resume(c.Definition, c.State, stimulus, Case.Morning));

        Assert.Equal("bookmark.gone", refusal.Code);
    }

    [Fact]
    public void Resume_UnmetGuards_ListsEveryOne()
    {
        var refusal = Case.Start(OneApproval).Refused(c => c.Try("sign", "Approved", actor: "author"));

        Assert.Equal("guard.unmet", refusal.Code);
        Assert.Equal(["approval.own", "approval.anonymous"], refusal.Unmet.Select(g => g.Code));
        Assert.Contains("Không tự duyệt văn bản của mình.", refusal.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_FactsFailAGuard_RefusesAndStoresNoFacts()
    {
        var begun = Case.Start(OneApproval);

        Assert.Equal(["approval.anonymous"], begun.Refused(c => c.Try("sign", "Approved", facts: "anonymous")).Unmet.Select(g => g.Code));
        var done = begun.Then(begun.Try("sign", "Approved", facts: "a-fact-about-people"));
        Assert.DoesNotContain("a-fact", done.State.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_GuardCannotReadItsInput_IsRefusedWithTheReason()
    {
        var begun = Case.Start(new Flow().Input("Limit", "Int32").Add("step", "Sample.Limited", ("limit", Flow.Expression("Int32", "Input", new JsonObject { ["name"] = "Limit" }))), new JsonObject { ["Limit"] = "nhiều" });

        var refusal = begun.Refused(c => c.Try("step", "Done"));

        Assert.Equal("input.invalid", refusal.Code);
        Assert.Contains("\"limit\"", refusal.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_UnknownAct_IsRefused() =>
        Assert.Equal("stimulus.unknown", Case.Start(OneApproval).Refused(c => c.Try("sign", "Perhaps")).Code);

    [Fact]
    public void Resume_AnotherDefinitionText_IsRefused()
    {
        var begun = Case.Start(OneApproval);
        var other = new Flow().Approval("sign").Record("issue", "more").To("sign.Approved > issue > more").Read();

        Assert.Equal("definition.mismatch", begun.Refused(c => (c with { Definition = other }).Try("sign", "Approved")).Code);
    }

    [Fact]
    public void Resume_FinishedInstance_IsRefused()
    {
        var begun = Case.Start(OneApproval);
        var stimulus = new Stimulus(begun.State.Bookmarks.Single().Id, "Approved", "thu");
        var done = begun.Fire("sign");

        Assert.Equal(InstanceStatus.Finished, done.State.Status);
        Assert.Equal("instance.over", done.Refused(c => Case.Engine.Resume(c.Definition, c.State, stimulus, Case.Morning)).Code);
        Assert.Equal("instance.over", done.Refused(c => Case.Engine.Cancel(c.Definition, c.State, Case.Morning, "thu", "thôi")).Code);
        Assert.Equal("instance.over", done.Refused(c => Case.Engine.Raise(c.Definition, c.State, "recalled", null, Case.Morning)).Code);
    }

    [Fact]
    public void Resume_History_TellsWhoAndWhatInOrder()
    {
        var done = Case.Start(OneApproval);
        done = done.Then(done.Try("sign", "Approved", input: new JsonObject { ["note"] = "Đồng ý" }));

        Assert.Equal(Enumerable.Range(1, done.History.Count), done.History.Select(e => e.No));
        var fired = done.History.Single(e => e.Kind == HistoryKind.BookmarkFired);
        Assert.Equal(("sign", "Approved", "thu", "Đồng ý"), (fired.ActivityId, fired.Outcome, fired.ActorId, fired.Detail!["input"]!["note"]!.GetValue<string>()));
        Assert.Equal(
            ["Started", "ActivityStarted", "ActivityStarted", "ActivityCompleted", "ActivityStarted", "BookmarkFired", "ActivityCompleted", "ActivityStarted", "ActivityCompleted", "ActivityCompleted", "Finished"],
            done.History.Select(e => e.Kind));
    }

    [Fact]
    public void State_AfterCompletion_KeepsTheLatestRunOfEachActivity()
    {
        var flow = new Flow().Approval("draft", "sign").To("draft.Approved > sign", "sign.Rejected > draft");
        var done = Case.Start(flow).Fire("draft").Fire("sign", "Rejected").Fire("draft").Fire("sign");

        var sign = done.State.Activities.Single(a => a.ActivityId == "sign");
        Assert.Equal((2, "Approved", ActivityStatus.Completed), (sign.Runs, sign.Outcome, sign.Status));
        Assert.NotNull(sign.CompletedAt);
    }

    [Fact]
    public void Cancel_RunningInstance_WithdrawsEverything()
    {
        var begun = Case.Start(new Flow().Add("two", "Sample.TwoOpinions"));
        var cancelled = begun.Then(Case.Engine.Cancel(begun.Definition, begun.State, Case.Morning, "lan", "Ban hành nhầm"));

        Assert.Equal(InstanceStatus.Cancelled, cancelled.State.Status);
        Assert.Equal(2, cancelled.Last.Effects.OfType<WithdrawWorkItem>().Count());
        Assert.Single(cancelled.Last.Effects.OfType<CancelTimer>());
        var last = cancelled.History[^1];
        Assert.Equal((HistoryKind.Cancelled, "lan", "Ban hành nhầm"), (last.Kind, last.ActorId, last.Detail!["reason"]!.GetValue<string>()));
    }

    [Fact]
    public void Raise_SeveralWait_FiresEachThatIsStillThere()
    {
        var flow = new Flow().Fork("fork", "A", "B", "C").Add("a", "Elsa.Event", ("eventName", "recalled")).Add("b", "Elsa.Event", ("eventName", "recalled"))
            .Add("c", "Elsa.Event", ("eventName", "other")).Record("ra", "rb").To("fork.A > a > ra", "fork.B > b > rb", "fork.C > c");
        var begun = Case.Start(flow);

        var raised = begun.Then(Case.Engine.Raise(begun.Definition, begun.State, "recalled", null, Case.Morning, "lan"));

        Assert.Equal(["ra", "rb"], raised.Recorded);
        Assert.Equal(["c"], raised.Waiting);
        Assert.Equal("event.not-awaited", raised.Refused(c => Case.Engine.Raise(c.Definition, c.State, "recalled", null, Case.Morning)).Code);
    }

    [Fact]
    public void Raise_FirstEndsTheInstance_LeavesTheRest()
    {
        var flow = new Flow().Fork("fork", "A", "B").Add("a", "Elsa.Event", ("eventName", "recalled")).Add("b", "Elsa.Event", ("eventName", "recalled"))
            .Add("finish", "Elsa.Finish").To("fork.A > a > finish", "fork.B > b");
        var begun = Case.Start(flow);

        var raised = begun.Then(Case.Engine.Raise(begun.Definition, begun.State, "recalled", null, Case.Morning));

        Assert.Equal(InstanceStatus.Finished, raised.State.Status);
        Assert.Single(raised.Last.History, e => e.Kind == HistoryKind.BookmarkFired);
    }

    [Fact]
    public void Activity_SeveralBookmarks_KeepsMemoryAndWithdrawsTheRestWhenDone()
    {
        var begun = Case.Start(new Flow().Add("two", "Sample.TwoOpinions"));
        var one = begun.Fire("two", "Given");
        Assert.Equal(InstanceStatus.Running, one.State.Status);
        Assert.Empty(one.Last.Effects);

        var reminded = one.Then(Case.Engine.Resume(
            one.Definition, one.State, new Stimulus(one.State.Bookmarks.Single(b => b.Kind == BookmarkKind.Timer).Id, "due", null), Case.Morning.AddDays(2)));
        Assert.Single(reminded.Last.Effects.OfType<StartTimer>());
        Assert.Empty(reminded.Last.Effects.OfType<CancelTimer>());

        var done = reminded.Then(Case.Engine.Resume(
            reminded.Definition, reminded.State, new Stimulus(reminded.State.Bookmarks.First(b => b.Kind == BookmarkKind.WorkItem).Id, "Given", "thu"), Case.Morning.AddDays(3)));
        Assert.Equal(InstanceStatus.Finished, done.State.Status);
        Assert.Single(done.Last.Effects.OfType<CancelTimer>());
    }

    [Fact]
    public void Activity_WaitsForNothing_Faults()
    {
        var faulted = Case.Start(new Flow().Add("idle", "Sample.WaitsForNothing"));

        Assert.Equal(("nothing-awaited", "idle"), (faulted.State.Incident!.Code, faulted.State.Incident.ActivityId));
        Assert.Equal(ActivityStatus.Faulted, faulted.State.Activities.Single(a => a.ActivityId == "idle").Status);
    }

    [Fact]
    public void Activity_OutcomeItDoesNotHave_FaultsAndTellsNobodyOfWhatWasTakenBack()
    {
        var faulted = Case.Start(new Flow().Add("confused", "Sample.Confused"));

        Assert.Equal("outcome.unknown", faulted.State.Incident!.Code);
        Assert.Empty(faulted.Effects);
    }

    [Fact]
    public void Moment_LocalTime_IsADefectOfTheCaller()
    {
        var local = DateTime.SpecifyKind(Case.Morning, DateTimeKind.Local);
        var definition = OneApproval.Read();

        Assert.Throws<ArgumentException>(() => Case.Engine.Start(definition, [], local));
    }

    [Fact]
    public void Moment_WithoutKind_IsTakenAsUtc()
    {
        var bare = DateTime.SpecifyKind(Case.Morning, DateTimeKind.Unspecified);

        Assert.Equal(
            Case.Engine.Start(OneApproval.Read(), [], Case.Morning).State.ToJson(),
            Case.Engine.Start(OneApproval.Read(), [], bare).State.ToJson());
    }
}
