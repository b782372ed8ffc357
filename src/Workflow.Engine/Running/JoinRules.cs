namespace Workflow.Engine;

/// <summary>
/// When a join goes on. The tokens it brings together are those of the outermost fork round whose branches meet at it; it goes on once per
/// round, in the scope around that fork. Where no fork's branches meet, it brings together tokens of one and the same scope and keeps it.
/// </summary>
internal sealed class JoinRules(InstanceDraft draft, FlowGraph graph, ScopeTree scopes)
{
    /// <summary>The scope in which a join goes on.</summary>
    internal readonly record struct Passage(string? Scope);

    /// <summary>A join that need not wait any longer.</summary>
    internal sealed record Ready(FlowNode Join, string? Scope);

    /// <summary>A join that waits for what cannot come.</summary>
    internal sealed record Starved(FlowNode Join, string Message);

    /// <summary>Takes a token that came to a join.</summary>
    /// <returns>Where the join goes on; null when it waits or the token ends here.</returns>
    internal Passage? Arrive(Token token)
    {
        var join = token.Target;
        var round = ClosedRound(join, token.Scope);
        if (round is not null && round.Fired.Contains(join.Id))
        {
            return null;
        }

        var onward = round is null ? token.Scope : round.Parent;
        if (token.Via is null || FlowJoinKind.ModeOf(join.Activity) == FlowJoinKind.WaitAny)
        {
            if (round is not null)
            {
                scopes.Cancel(round.Id, "join-any");
            }

            return new Passage(onward);
        }

        var group = round?.Id ?? token.Scope;
        draft.Arrivals.RemoveAll(a => a.Join == join.Id && a.Via == token.Via && a.Group == group);
        draft.Arrivals.Add(new JoinArrival(join.Id, token.Via, token.Scope, group));
        return FlowJoinKind.ModeOf(join.Activity) == FlowJoinKind.WaitAll && Missing(join, group).Count == 0
            ? GoOn(join, group, round is not null)
            : null;
    }

    /// <summary>Lets a <c>WaitAllActive</c> join go on that nothing running can reach any more.</summary>
    internal Ready? TakeReady()
    {
        var idle = Waiting(FlowJoinKind.WaitAllActive).Where(w => !AnyRunReaches(w.Join, w.Id)).ToList();

        // Two joins may each be on the way to the other; when neither is first by rule, the one that began to wait first is.
        var next = idle.Find(w => !AnyArrivalReaches(w.Join, w.Id)) ?? (FindStarved() is null ? idle.FirstOrDefault() : null);
        return next is null ? null : new Ready(next.Join, GoOn(next.Join, next.Id, IsRoundOf(next.Join, next.Id)).Scope);
    }

    /// <summary>A <c>WaitAll</c> join that still lacks a token although nothing in the instance can send it one.</summary>
    internal Starved? FindStarved()
    {
        foreach (var (join, group) in Waiting(FlowJoinKind.WaitAll))
        {
            var hopes = draft.Alive.Where(run => draft.BookmarksOf(run.Id).Count > 0).Select(run => run.ActivityId)
                .Concat(Waiting(FlowJoinKind.WaitAllActive).Select(w => w.Join.Id));
            if (!hopes.Any(id => graph.CanReach(graph.Get(id), join)))
            {
                var missing = string.Join(", ", Missing(join, group).Select(via => $"\"{via}\""));
                return new Starved(join, $"Join \"{join.Id}\" waits for all, but no token can come by {missing} any more.");
            }
        }

        return null;
    }

    private IEnumerable<Group> Waiting(string mode) => draft.Arrivals
        .Select(a => new Group(graph.Get(a.Join), a.Group))
        .Where(g => FlowJoinKind.ModeOf(g.Join.Activity) == mode)
        .Distinct();

    private ForkScope? ClosedRound(FlowNode join, string? scope) =>
        scopes.Chain(scope, scopes.BaseOf(join)).LastOrDefault(s => graph.Closes(join.Id, s.Fork));

    private bool IsRoundOf(FlowNode join, string? group) => group is not null && ClosedRound(join, group)?.Id == group;

    private List<string> Missing(FlowNode join, string? group)
    {
        var arrived = draft.Arrivals.Where(a => a.Join == join.Id && a.Group == group).Select(a => a.Via).ToHashSet();
        return join.Inbound.Select(c => c.Via).Where(via => !arrived.Contains(via)).ToList();
    }

    private Passage GoOn(FlowNode join, string? group, bool isRound)
    {
        draft.Arrivals.RemoveAll(a => a.Join == join.Id && a.Group == group);
        if (!isRound)
        {
            return new Passage(group);
        }

        var round = scopes.Chain(group, null).First();
        scopes.MarkFired(round.Id, join.Id);
        return new Passage(round.Parent);
    }

    private bool AnyRunReaches(FlowNode join, string? group) => draft.Alive.Any(run =>
        draft.BookmarksOf(run.Id).Count > 0
        && graph.Get(run.ActivityId).IsWithin(join.Parent!)
        && scopes.IsWithin(run.Scope, group)
        && graph.CanReach(graph.Get(run.ActivityId), join));

    private bool AnyArrivalReaches(FlowNode join, string? group) => draft.Arrivals.Any(a =>
        a.Join != join.Id
        && scopes.IsWithin(a.Scope, group)
        && graph.CanReach(graph.Get(a.Join), join));

    private sealed record Group(FlowNode Join, string? Id)
    {
        public void Deconstruct(out FlowNode join, out string? group) => (join, group) = (Join, Id);
    }
}
