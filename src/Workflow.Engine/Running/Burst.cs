using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>A token on its way to an activity.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Via">The connection it comes by; null at the start of a container.</param>
/// <param name="Scope">The innermost fork scope it belongs to; null outside every fork.</param>
internal sealed record Token(FlowNode Target, string? Via, string? Scope);

/// <summary>Moves tokens until every one of them has ended or waits.</summary>
internal sealed class Burst
{
    /// <summary>More activity starts than this in one transition are taken for a definition that never comes to rest.</summary>
    internal const int StepBudget = 1_000;

    private readonly WorkflowDefinition definition;
    private readonly ActivityCatalog catalog;
    private readonly InstanceDraft draft;
    private readonly ScopeTree scopes;
    private readonly JoinRules joins;
    private readonly LinkedList<Token> queue = new();
    private int steps;

    internal Burst(WorkflowDefinition definition, ActivityCatalog catalog, InstanceDraft draft)
    {
        this.definition = definition;
        this.catalog = catalog;
        this.draft = draft;
        scopes = new ScopeTree(draft, definition.Graph, queue);
        joins = new JoinRules(draft, definition.Graph, scopes);
    }

    internal void Begin()
    {
        queue.AddLast(new Token(definition.Graph.Get(definition.Root.Id), null, null));
        Run();
    }

    /// <summary>Fires a bookmark and lets everything that follows happen.</summary>
    /// <returns>A refusal when the activity does not accept it; the draft is then to be thrown away.</returns>
    internal EngineRefusal? Fire(Bookmark bookmark, Stimulus stimulus)
    {
        var node = definition.Graph.Get(bookmark.ActivityId);
        var run = draft.AliveRun(bookmark.ActivityId)!;
        draft.Consume(bookmark);
        draft.Record(HistoryKind.BookmarkFired, run, stimulus.Name, DetailOf(bookmark, stimulus), byActor: true);
        var result = Ask(node, run, (kind, context) => kind.Resume(context, bookmark, stimulus));
        if (result is StepResult.Refused refused)
        {
            return new EngineRefusal(refused.Code, refused.Vietnamese, refused.English, []);
        }

        Follow(node, run, result);
        Run();
        return null;
    }

    /// <summary>Ends everything at a person's wish.</summary>
    internal void Cancel(string reason)
    {
        scopes.CancelAll("cancelled");
        draft.Status = InstanceStatus.Cancelled;
        draft.Record(HistoryKind.Cancelled, null, detail: new JsonObject { ["reason"] = reason }, byActor: true);
    }

    internal StepContext ContextOf(FlowNode node, ActivityInstance run) => new(definition, node.Activity, run.Id, draft);

    private static JsonObject DetailOf(Bookmark bookmark, Stimulus stimulus)
    {
        var detail = new JsonObject { ["bookmark"] = bookmark.Id, ["name"] = bookmark.Name };
        if (stimulus.Input is not null)
        {
            detail["input"] = stimulus.Input.DeepClone();
        }

        return detail;
    }

    private void Run()
    {
        while (draft.Status == InstanceStatus.Running)
        {
            if (queue.First is { } first)
            {
                queue.RemoveFirst();
                Arrive(first.Value);
            }
            else if (!Settle())
            {
                break;
            }
        }

        scopes.DropClosed();
    }

    private void Arrive(Token token)
    {
        if (++steps > StepBudget)
        {
            Fault(token.Target.Id, "spin", $"More than {StepBudget} activities began without anything to wait for; the last was \"{token.Target.Id}\".");
        }
        else if (token.Target.IsJoin)
        {
            if (joins.Arrive(token) is { } passed)
            {
                Pass(token.Target, passed.Scope);
            }
        }
        else
        {
            Start(token);
        }
    }

    private void Start(Token token)
    {
        if (draft.AliveRun(token.Target.Id) is { } earlier)
        {
            scopes.CancelRun(earlier, "replaced");
        }

        var run = draft.StartRun(token.Target.Id, token.Scope);
        Follow(token.Target, run, Ask(token.Target, run, (kind, context) => kind.Start(context)));
    }

    private void Pass(FlowNode join, string? scope)
    {
        var run = draft.StartRun(join.Id, scope);
        Complete(join, run, ["Done"]);
    }

    private StepResult Ask(FlowNode node, ActivityInstance run, Func<ActivityKind, StepContext, StepResult> question)
    {
        try
        {
            return question(catalog.Get(node.Activity), ContextOf(node, run));
        }
        catch (ValueFault fault)
        {
            return StepResult.Fault(fault.Code, fault.Message);
        }
    }

    private void Follow(FlowNode node, ActivityInstance run, StepResult result)
    {
        switch (result)
        {
            case StepResult.Completed completed:
                Complete(node, run, completed.Outcomes);
                break;
            case StepResult.Entered entered:
                queue.AddLast(new Token(definition.Graph.Get(entered.Child.Id), null, run.Scope));
                break;
            case StepResult.InstanceFinished:
                draft.EndRun(run, ActivityStatus.Completed, "Done");
                Finish();
                break;
            case StepResult.Failed failed:
                Fault(node.Id, failed.Code, failed.Message);
                break;
            case StepResult.Refused refused:
                Fault(node.Id, refused.Code, refused.English);
                break;
            default:
                if (draft.BookmarksOf(run.Id).Count == 0)
                {
                    Fault(node.Id, "nothing-awaited", $"Activity \"{node.Id}\" waits, but for nothing that could happen.");
                }

                break;
        }
    }

    private void Complete(FlowNode node, ActivityInstance run, ImmutableArray<string> outcomes)
    {
        var known = catalog.Get(node.Activity).OutcomesOf(node.Activity);
        if (outcomes.FirstOrDefault(o => !known.Contains(o)) is { } unknown)
        {
            Fault(node.Id, "outcome.unknown", $"Activity \"{node.Id}\" completed with \"{unknown}\", which is no outcome of \"{node.Activity.Type}\".");
            return;
        }

        draft.EndRun(run, ActivityStatus.Completed, outcomes.IsEmpty ? null : string.Join(',', outcomes));
        if (node.Parent is not { } container)
        {
            Finish();
        }
        else if (catalog.Get(container.Activity) is ContainerKind kind and not FlowchartKind)
        {
            if (kind.After(container.Activity, node.Activity) is { } next)
            {
                queue.AddLast(new Token(definition.Graph.Get(next.Id), null, run.Scope));
            }
        }
        else
        {
            Emit(node, run.Scope, outcomes);
        }
    }

    private void Emit(FlowNode node, string? scope, ImmutableArray<string> outcomes)
    {
        var taken = node.Outgoing.Where(c => outcomes.Contains(c.Port)).ToList();
        if (node.IsFork)
        {
            scope = scopes.LeaveEarlierRound(node.Id, scope);
        }

        var next = taken.Count > 1 ? scopes.Open(node.Id, scope) : scope;
        foreach (var connection in taken)
        {
            queue.AddLast(new Token(definition.Graph.Get(connection.Target), connection.Via, next));
        }
    }

    /// <summary>Nothing is on its way: containers in which nothing is left complete, joins that need not wait any longer go on.</summary>
    private bool Settle()
    {
        if (draft.Alive.LastOrDefault(IsEmptyContainer) is { } empty)
        {
            Complete(definition.Graph.Get(empty.ActivityId), empty, ["Done"]);
        }
        else if (joins.TakeReady() is { } ready)
        {
            Pass(ready.Join, ready.Scope);
        }
        else if (joins.FindStarved() is { } starved)
        {
            Fault(starved.Join.Id, "join.starved", starved.Message);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool IsEmptyContainer(ActivityInstance run) =>
        catalog.Get(definition.Graph.Get(run.ActivityId).Activity) is ContainerKind && IsEmpty(run);

    private bool IsEmpty(ActivityInstance container)
    {
        var node = definition.Graph.Get(container.ActivityId);
        return !draft.Alive.Any(run => run.ActivityId != node.Id && definition.Graph.Get(run.ActivityId).IsWithin(node))
            && !draft.Arrivals.Any(a => definition.Graph.Get(a.Join).IsWithin(node));
    }

    private void Finish()
    {
        scopes.CancelAll("finished");
        draft.Status = InstanceStatus.Finished;
        draft.Record(HistoryKind.Finished, null);
    }

    private void Fault(string activityId, string code, string message)
    {
        var run = draft.AliveRun(activityId);
        if (run is not null)
        {
            draft.EndRun(run, ActivityStatus.Faulted, null);
        }

        scopes.CancelAll("faulted");
        draft.Status = InstanceStatus.Faulted;
        draft.Incident = new Incident(code, message, activityId);
        draft.Record(HistoryKind.Faulted, run, detail: new JsonObject { ["code"] = code, ["message"] = message, ["activity"] = activityId });
    }
}
