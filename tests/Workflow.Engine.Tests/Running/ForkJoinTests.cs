namespace Workflow.Engine.Tests.Running;

public sealed class ForkJoinTests
{
    [Theory]
    [InlineData("WaitAll", 2)]
    [InlineData("WaitAll", 3)]
    [InlineData("WaitAllActive", 2)]
    [InlineData("WaitAllActive", 3)]
    public void Join_LoopBackBeforeTheFork_GoesOnOnceInEveryOrder(string mode, int branches)
    {
        var names = Names(branches);
        var flow = new Flow().Approval("draft").Fork("fork", names).Approval(names).Join("join", mode).Record("after").To("draft.Approved > fork");
        foreach (var name in names)
        {
            flow.To($"fork.{name} > {name}", $"{name}.Approved > join", $"{name}.Rejected > draft");
        }

        flow.To("join > after");
        Assert.True(EveryOrder(Case.Start(flow), rejections: 2, AssertOnce) > 10);
    }

    [Theory]
    [InlineData("WaitAll", 2)]
    [InlineData("WaitAll", 3)]
    [InlineData("WaitAllActive", 2)]
    [InlineData("WaitAllActive", 3)]
    public void Join_LoopBackWithinTheBranch_GoesOnOnceInEveryOrder(string mode, int branches)
    {
        var names = Names(branches);
        var flow = new Flow().Fork("fork", names).Approval(names).Approval([.. names.Select(n => "fix" + n)]).Join("join", mode).Record("after");
        foreach (var name in names)
        {
            flow.To($"fork.{name} > {name}", $"{name}.Approved > join", $"{name}.Rejected > fix{name}", $"fix{name}.Approved > {name}");
        }

        flow.To("join > after");
        Assert.True(EveryOrder(Case.Start(flow), rejections: 2, AssertOnce) > 10);
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public void Join_ImplicitForkWithLoopBackToIt_GoesOnOnceInEveryOrder(string mode)
    {
        var flow = new Flow().Approval("head", "legal", "finance").Join("join", mode).Record("after").To(
            "head.Approved > legal", "head.Approved > finance", "legal.Approved > join", "finance.Approved > join", "legal.Rejected > head", "finance.Rejected > head", "join > after");
        Assert.True(EveryOrder(Case.Start(flow), rejections: 2, AssertOnce) > 10);
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    public void Join_NestedForkWithLoopBacksToBothForks_GoesOnOnceInEveryOrder(string mode)
    {
        var flow = new Flow().Record("start").Fork("outer", "A", "B").Fork("inner", "C", "D").Approval("a", "c", "d")
            .Join("innerJoin", mode).Join("outerJoin", mode).Record("after").To(
            "start > outer", "outer.A > a", "outer.B > inner", "inner.C > c", "inner.D > d", "c.Approved > innerJoin", "d.Approved > innerJoin",
            "innerJoin > outerJoin", "a.Approved > outerJoin", "outerJoin > after", "c.Rejected > inner", "d.Rejected > start", "a.Rejected > outer");
        Assert.True(EveryOrder(Case.Start(flow), rejections: 2, AssertOnce) > 10);
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAllActive")]
    [InlineData("WaitAny")]
    public void Join_BranchesOfTwoForksAtOneJoin_GoesOnOnceInEveryOrder(string mode)
    {
        var flow = new Flow().Fork("outer", "A", "B").Fork("inner", "C", "D").Approval("a", "c", "d").Join("join", mode).Record("after").To(
            "outer.A > a", "outer.B > inner", "inner.C > c", "inner.D > d", "a.Approved > join", "c.Approved > join", "d.Approved > join", "join > after",
            "c.Rejected > inner", "a.Rejected > a", "d.Rejected > outer");
        Assert.True(EveryOrder(Case.Start(flow), rejections: 2, AssertOnce) > 10);
    }

    [Fact]
    public void WaitAny_FirstBranchDone_CancelsTheOthers()
    {
        var flow = new Flow().Fork("fork", "A", "B", "C").Approval("a", "b").Add("c", "Elsa.Delay", ("timeSpan", "3.00:00:00")).Join("join", "WaitAny").Approval("after").To(
            "fork.A > a", "fork.B > b", "fork.C > c", "a.Approved > join", "b.Approved > join", "c > join", "join > after");
        var begun = Case.Start(flow);
        var (b, c) = (begun.State.Bookmarks.Single(x => x.ActivityId == "b").Id, begun.State.Bookmarks.Single(x => x.ActivityId == "c").Id);

        var joined = begun.Fire("a");

        Assert.Equal(["after"], joined.Waiting);
        Assert.Contains(new WithdrawWorkItem(b), joined.Last.Effects);
        Assert.Contains(new CancelTimer(c), joined.Last.Effects);
        Assert.Equal(["b", "c"], joined.Last.History.Where(e => e.Kind == HistoryKind.ActivityCancelled).Select(e => e.ActivityId));
        Assert.Equal("bookmark.gone", joined.Refused(x => Case.Engine.Resume(x.Definition, x.State, new Stimulus(b, "Approved", "thu"), Case.Morning)).Code);
        Assert.Empty(joined.State.Scopes);
    }

    [Fact]
    public void WaitAny_InsideABranch_LeavesTheOtherBranchAlone()
    {
        var flow = new Flow().Fork("outer", "A", "B").Fork("inner", "C", "D").Approval("a", "c", "d").Join("any", "WaitAny").Join("all", "WaitAll").Record("after").To(
            "outer.A > a", "outer.B > inner", "inner.C > c", "inner.D > d", "c.Approved > any", "d.Approved > any", "any > all", "a.Approved > all", "all > after");

        var one = Case.Start(flow).Fire("c");

        Assert.Equal(["a"], one.Waiting);
        AssertOnce(one.Fire("a"));
    }

    [Fact]
    public void WaitAny_MergingAlternativesWithinABranch_LeavesTheOtherBranchAlone()
    {
        var flow = new Flow().Fork("fork", "A", "B").Approval("a", "b").Record("yes", "no").Join("merge", "WaitAny").Join("all", "WaitAll").Record("after").To(
            "fork.A > a", "fork.B > b", "a.Approved > yes > merge", "a.Rejected > no > merge", "merge > all", "b.Approved > all", "b.Rejected > b", "all > after");
        foreach (var answer in new[] { "Approved", "Rejected" })
        {
            var merged = Case.Start(flow).Fire("a", answer);
            Assert.Equal(["b"], merged.Waiting);
            AssertOnce(merged.Fire("b"));
        }
    }

    [Fact]
    public void WaitAll_BranchEndsWithoutTheJoin_FaultsNamingJoinAndMissingConnection()
    {
        var flow = new Flow().Fork("fork", "A", "B").Approval("a", "b").Record("aside").Join("join", "WaitAll").Record("after").To(
            "fork.A > a", "fork.B > b", "a.Approved > join", "b.Approved > join", "a.Rejected > aside", "join > after");

        var starved = Case.Start(flow).Fire("a", "Rejected").Fire("b");

        Assert.Equal(InstanceStatus.Faulted, starved.State.Status);
        Assert.Equal("join.starved", starved.State.Incident!.Code);
        Assert.Equal("join", starved.State.Incident.ActivityId);
        Assert.Contains("\"a:Approved\"", starved.State.Incident.Message, StringComparison.Ordinal);
        Assert.Empty(starved.State.Bookmarks);
    }

    [Fact]
    public void WaitAllActive_BranchEndsWithoutTheJoin_GoesOn()
    {
        var flow = new Flow().Fork("fork", "A", "B").Approval("a", "b").Record("aside").Join("join", "WaitAllActive").Record("after").To(
            "fork.A > a", "fork.B > b", "a.Approved > join", "b.Approved > join", "a.Rejected > aside", "join > after");

        AssertOnce(Case.Start(flow).Fire("b").Fire("a", "Rejected"));
        AssertOnce(Case.Start(flow).Fire("a", "Rejected").Fire("b"));
    }

    [Fact]
    public void Fork_RepeatedWhileABranchIsOpen_WithdrawsWhatIsLeftOfTheEarlierRound()
    {
        var flow = new Flow().Approval("draft").Fork("fork", "A", "B").Approval("a", "b").Join("join", "WaitAll").Record("after").To(
            "draft.Approved > fork", "fork.A > a", "fork.B > b", "a.Approved > join", "b.Approved > join", "a.Rejected > draft", "join > after");
        var rejected = Case.Start(flow).Fire("draft").Fire("a", "Rejected");
        var old = rejected.State.Bookmarks.Single(x => x.ActivityId == "b").Id;

        var again = rejected.Fire("draft");

        Assert.Contains(new WithdrawWorkItem(old), again.Last.Effects);
        Assert.Equal(["a", "b"], again.Waiting.Order());
        Assert.Single(again.State.Scopes);
    }

    [Fact]
    public void Fork_BranchThatNeverJoins_EndsAndTheRestGoesOn()
    {
        var flow = new Flow().Fork("fork", "A", "B").Approval("a").Record("b").Add("end", "Elsa.End").Record("after").To("fork.A > a", "fork.B > b > end", "a.Approved > after");

        AssertOnce(Case.Start(flow).Fire("a"));
    }

    [Fact]
    public void Activity_SecondTokenWhileItWaits_IsReplaced()
    {
        var flow = new Flow().Fork("fork", "A", "B").Approval("a", "b", "both").Record("after").To(
            "fork.A > a", "fork.B > b", "a.Approved > both", "b.Approved > both", "both.Approved > after");
        var first = Case.Start(flow).Fire("a");
        var old = first.State.Bookmarks.Single(x => x.ActivityId == "both").Id;

        var second = first.Fire("b");

        Assert.Contains(new WithdrawWorkItem(old), second.Last.Effects);
        Assert.Equal(2, second.State.Activities.Single(x => x.ActivityId == "both").Runs);
        AssertOnce(second.Fire("both"));
    }

    [Fact]
    public void Activity_SecondTokenAfterItCompleted_RunsAgain()
    {
        var flow = new Flow().Fork("fork", "A", "B").Approval("a", "b").Record("after").To("fork.A > a", "fork.B > b", "a.Approved > after", "b.Approved > after");

        Assert.Equal(["after", "after"], Case.Start(flow).Fire("a").Fire("b").Recorded);
    }

    private static string[] Names(int count) => [.. "ABC".Take(count).Select(c => c.ToString())];

    private static void AssertOnce(Case done)
    {
        Assert.Equal(InstanceStatus.Finished, done.State.Status);
        Assert.Equal(1, done.Recorded.Count(id => id == "after"));
        Assert.Empty(done.State.Bookmarks);
        Assert.Empty(done.State.Arrivals);
        Assert.Empty(done.State.Scopes);
    }

    /// <summary>Walks through every order of acts with at most so many rejections, and checks each end.</summary>
    private static int EveryOrder(Case at, int rejections, Action<Case> atEnd)
    {
        if (at.State.Bookmarks.Count == 0)
        {
            atEnd(at);
            return 1;
        }

        Assert.True(at.Recorded.All(id => id != "after"), "What follows the join ran before the join was complete.");
        var ends = 0;
        foreach (var activity in at.Waiting.ToList())
        {
            ends += EveryOrder(at.Fire(activity), rejections, atEnd);
            if (rejections > 0 && at.Definition.Root.Connections.Any(c => c.Source == activity && c.Port == "Rejected"))
            {
                ends += EveryOrder(at.Fire(activity, "Rejected"), rejections - 1, atEnd);
            }
        }

        return ends;
    }
}
