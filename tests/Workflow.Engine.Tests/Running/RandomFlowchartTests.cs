using FsCheck;
using FsCheck.Fluent;

namespace Workflow.Engine.Tests.Running;

/// <summary>Flowcharts and acts drawn at random; whatever they are, the engine's promises hold.</summary>
public sealed class RandomFlowchartTests
{
    private const int Draws = 400;
    private const int MaxActs = 25;

    private static readonly string[] ExpectedEnds = ["Finished", "Running", "join.starved"];

    /// <summary>An activity: what it is, and where each of its ports leads (by index, modulo the number of activities).</summary>
    internal sealed record Node(int Kind, int[] First, int[] Second);

    internal sealed record Plan(Node[] Nodes, int[] Acts)
    {
        public override string ToString() =>
            string.Join(" ", Nodes.Select((n, i) => $"{i}:{n.Kind}[{string.Join(',', n.First)}|{string.Join(',', n.Second)}]")) + " / " + string.Join(",", Acts);
    }

    private static Arbitrary<Plan> Plans { get; } = Arb.From(
        from count in Gen.Choose(2, 12)
        from nodes in Gen.ArrayOf(NodeGen(count), count)
        from acts in Gen.ArrayOf(Gen.Choose(0, 1_000), MaxActs)
        select new Plan(nodes, acts));

    /// <summary>Flowcharts that the reader rejects for their flow are run as well: the step budget must stop what would spin.</summary>
    [Fact]
    public void Engine_AnyFlowchart_EndsWaitsOrFaultsWithAReason()
    {
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(Plans, plan =>
        {
            var end = Play(Unchecked(Build(plan).Json()), plan.Acts).State;
            var name = end.Incident?.Code ?? end.Status.ToString();
            ends[name] = ends.GetValueOrDefault(name) + 1;
        }));

        // Else the drawing has become so one-sided that it proves nothing.
        Assert.All(ExpectedEnds, end => Assert.True(ends.GetValueOrDefault(end) > Draws / 100, string.Join(", ", ends)));
    }

    [Fact]
    public void Engine_FlowchartTheReaderAccepts_NeverSpins()
    {
        var accepted = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(Plans, plan =>
        {
            if (DefinitionReader.Read(Build(plan).Json(), "random.json", Flow.Catalog).Definition is { } definition)
            {
                accepted++;
                Assert.NotEqual("spin", Play(definition, plan.Acts).State.Incident?.Code);
            }
        }));

        Assert.True(accepted > Draws / 100, $"Only {accepted} of {Draws} drawn flowcharts were accepted.");
    }

    private static Gen<Node> NodeGen(int count) =>
        from kind in Gen.Choose(0, 9)
        from first in Gen.ArrayOf(Gen.Choose(0, count - 1)).Resize(3)
        from second in Gen.ArrayOf(Gen.Choose(0, count - 1)).Resize(2)
        select new Node(kind, first, second);

    /// <summary>The same model without what only the whole flow shows to be wrong.</summary>
    private static WorkflowDefinition Unchecked(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var log = new ReadingLog("random.json");
        var scope = new VariableReader(log);
        var root = new ActivityReader(Flow.Catalog, scope, log).Read(new JsonView(document.RootElement.GetProperty("root"), "$.root"))!;
        return new WorkflowDefinition
        {
            DefinitionId = "random",
            Version = 1,
            VersionId = "random:1",
            Name = "random",
            Hash = "unchecked",
            Variables = [],
            Inputs = [],
            CustomProperties = [],
            Root = root,
        };
    }

    private static Flow Build(Plan plan)
    {
        var flow = new Flow();
        for (var i = 0; i < plan.Nodes.Length; i++)
        {
            var id = $"n{i}";
            flow = plan.Nodes[i].Kind switch
            {
                0 => flow.Fork(id, "A", "B"),
                1 => flow.Join(id, "WaitAll"),
                2 => flow.Join(id, "WaitAllActive"),
                3 => flow.Join(id, "WaitAny"),
                4 => flow.Record(id),
                5 => flow.Add(id, "Elsa.Delay", ("timeSpan", "01:00:00")),
                _ => flow.Approval(id),
            };
        }

        for (var i = 0; i < plan.Nodes.Length; i++)
        {
            var (first, second) = plan.Nodes[i].Kind switch
            {
                0 => ("A", "B"),
                >= 6 => ("Approved", "Rejected"),
                _ => ("Done", "Done"),
            };
            var ways = plan.Nodes[i].First.Select(t => $"n{i}.{first} > n{t}")
                .Concat(first == second ? [] : plan.Nodes[i].Second.Select(t => $"n{i}.{second} > n{t}"));
            flow.To([.. ways.Distinct()]);
        }

        return flow;
    }

    private static Case Play(WorkflowDefinition definition, int[] acts)
    {
        var at = Case.Start(definition);
        AssertSound(at);
        for (var i = 0; i < acts.Length && at.State.Bookmarks.Count > 0; i++)
        {
            var bookmark = at.State.Bookmarks[acts[i] % at.State.Bookmarks.Count];
            var now = Case.Morning.AddDays(i + 1);
            at.Refused(c => Case.Engine.Resume(c.Definition, c.State, new Stimulus(bookmark.Id + "x", "Approved", "thu"), now));
            if (bookmark.Kind == BookmarkKind.WorkItem)
            {
                at.Refused(c => Case.Engine.Resume(c.Definition, c.State, new Stimulus(bookmark.Id, "Approved", "author"), now));
            }

            var stimulus = new Stimulus(bookmark.Id, acts[i] / 7 % 3 == 0 ? "Rejected" : "Approved", "thu");
            var before = at;
            at = at.Then(Case.Engine.Resume(definition, WorkflowState.FromJson(at.State.ToJson()), stimulus, now));
            AssertSound(at);
            AssertEffects(before.State, at, bookmark.Id);
            at.Refused(c => Case.Engine.Resume(c.Definition, c.State, stimulus, now));
        }

        return at;
    }

    private static void AssertSound(Case at)
    {
        var running = at.State.Activities.Where(a => a.Status == ActivityStatus.Running).ToList();
        Assert.Equal(running.Count, running.Select(a => a.ActivityId).Distinct().Count());
        Assert.All(at.State.Bookmarks, b => Assert.Contains(running, a => a.Id == b.ActivityInstanceId));
        Assert.All(at.State.Arrivals, a => Assert.True(a.Scope is null || at.State.Scopes.Any(s => s.Id == a.Scope)));
        Assert.Equal(Enumerable.Range(1, at.History.Count), at.History.Select(e => e.No));
        if (at.State.Status == InstanceStatus.Running)
        {
            Assert.NotEmpty(at.State.Bookmarks);
            Assert.Null(at.State.Incident);
        }
        else
        {
            Assert.Empty(at.State.Bookmarks);
            Assert.Empty(at.State.Arrivals);
            Assert.Empty(at.State.Scopes);
            Assert.Empty(running);
            Assert.Equal(at.State.Status == InstanceStatus.Faulted, at.State.Incident is not null);
            Assert.True(at.State.Incident is null or { Code: "join.starved" or "spin", Message.Length: > 0 });
        }
    }

    /// <summary>Whoever keeps a list of open work by the effects alone has exactly the bookmarks of the state.</summary>
    private static void AssertEffects(WorkflowState before, Case after, string fired)
    {
        var open = before.Bookmarks.Select(b => b.Id).Where(id => id != fired).ToHashSet();
        foreach (var effect in after.Last.Effects)
        {
            Assert.True(effect switch
            {
                OfferWorkItem offer => open.Add(offer.Bookmark.Id),
                StartTimer timer => open.Add(timer.Bookmark.Id),
                WithdrawWorkItem withdrawn => open.Remove(withdrawn.BookmarkId),
                CancelTimer cancelled => open.Remove(cancelled.BookmarkId),
                _ => true,
            });
        }

        Assert.Equal(after.State.Bookmarks.Select(b => b.Id).Order(), open.Order());
    }
}
