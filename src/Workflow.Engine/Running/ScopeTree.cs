namespace Workflow.Engine;

/// <summary>
/// The open rounds of forks. A token's lineage is the chain from its scope to the outermost; whoever ends a scope ends everything
/// whose lineage contains it: running activities, arrivals at joins and tokens on their way.
/// </summary>
internal sealed class ScopeTree(InstanceDraft draft, FlowGraph graph, LinkedList<Token> queue)
{
    /// <summary>The scopes from this one outwards, ending before <paramref name="until"/>.</summary>
    internal IEnumerable<ForkScope> Chain(string? scope, string? until)
    {
        while (scope is not null && scope != until)
        {
            var round = draft.Scopes.Find(s => s.Id == scope)
                ?? throw new InvalidOperationException($"Scope \"{scope}\" is not open; the state is damaged.");
            yield return round;
            scope = round.Parent;
        }
    }

    internal bool IsWithin(string? scope, string? group) => group is null || Chain(scope, null).Any(s => s.Id == group);

    /// <summary>The scope in which the container around an activity runs; its inner tokens never leave that scope.</summary>
    internal string? BaseOf(FlowNode node) => node.Parent is { } container ? draft.AliveRun(container.Id)!.Scope : null;

    internal string Open(string fork, string? parent)
    {
        var scope = new ForkScope(draft.NextId('s'), fork, parent, []);
        draft.Scopes.Add(scope);
        return scope.Id;
    }

    /// <summary>
    /// Before a fork sends out tokens again: ends what is left of its earlier round, be it the one the token itself comes from
    /// or one that is still open beside it.
    /// </summary>
    /// <returns>The scope in which the fork now runs.</returns>
    internal string? LeaveEarlierRound(string fork, string? scope)
    {
        var own = Chain(scope, BaseOf(graph.Get(fork))).LastOrDefault(s => s.Fork == fork);
        var parent = own is null ? scope : own.Parent;
        foreach (var round in draft.Scopes.FindAll(s => s.Fork == fork && s.Parent == parent))
        {
            Cancel(round.Id, "fork-repeated");
        }

        return parent;
    }

    internal void MarkFired(string scope, string join)
    {
        var index = draft.Scopes.FindIndex(s => s.Id == scope);
        draft.Scopes[index] = draft.Scopes[index] with { Fired = [.. draft.Scopes[index].Fired, join] };
    }

    /// <summary>Ends everything in a scope, and the scope.</summary>
    internal void Cancel(string scope, string reason)
    {
        foreach (var run in draft.Alive.Where(r => IsWithin(r.Scope, scope)).ToList())
        {
            draft.EndRun(run, ActivityStatus.Cancelled, null, reason);
        }

        draft.Arrivals.RemoveAll(a => IsWithin(a.Scope, scope));
        Purge(t => IsWithin(t.Scope, scope));
        var within = draft.Scopes.Where(s => IsWithin(s.Id, scope)).Select(s => s.Id).ToHashSet();
        draft.Scopes.RemoveAll(s => within.Contains(s.Id));
    }

    /// <summary>Ends a run and everything inside it.</summary>
    internal void CancelRun(ActivityInstance run, string reason)
    {
        var node = graph.Get(run.ActivityId);
        foreach (var inner in draft.Alive.Where(r => graph.Get(r.ActivityId).IsWithin(node)).ToList())
        {
            draft.EndRun(inner, ActivityStatus.Cancelled, null, reason);
        }

        draft.Arrivals.RemoveAll(a => graph.Get(a.Join).IsWithin(node));
        Purge(t => !ReferenceEquals(t.Target, node) && t.Target.IsWithin(node));
    }

    /// <summary>Ends whatever is left in the instance.</summary>
    internal void CancelAll(string reason)
    {
        foreach (var run in draft.Alive.ToList())
        {
            draft.EndRun(run, ActivityStatus.Cancelled, null, reason);
        }

        draft.Arrivals.Clear();
        draft.Scopes.Clear();
        queue.Clear();
    }

    /// <summary>Forgets rounds in which nothing is left.</summary>
    internal void DropClosed()
    {
        var open = draft.Alive.Select(r => r.Scope)
            .Concat(draft.Arrivals.SelectMany(a => new[] { a.Scope, a.Group }))
            .SelectMany(s => Chain(s, null))
            .Select(s => s.Id)
            .ToHashSet();
        draft.Scopes.RemoveAll(s => !open.Contains(s.Id));
    }

    private void Purge(Func<Token, bool> which)
    {
        for (var node = queue.First; node is not null;)
        {
            var next = node.Next;
            if (which(node.Value))
            {
                queue.Remove(node);
            }

            node = next;
        }
    }
}
