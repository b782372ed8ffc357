using System.Collections.Immutable;

namespace Workflow.Engine;

/// <summary>An activity with what the definition says around it.</summary>
internal sealed class FlowNode(Activity activity, FlowNode? parent)
{
    internal Activity Activity { get; } = activity;

    internal FlowNode? Parent { get; } = parent;

    internal ImmutableArray<Connection> Outgoing { get; init; } = [];

    internal ImmutableArray<Connection> Inbound { get; init; } = [];

    internal string Id => Activity.Id;

    internal bool IsJoin => Activity.Type == FlowJoinKind.TypeName;

    /// <summary>Whether several of its outcomes can be taken at once.</summary>
    internal bool EmitsSeveral => Activity.Type == FlowForkKind.TypeName
        || (Activity.Type == FlowSwitchKind.TypeName
            && Activity.Inputs.TryGetValue("mode", out var mode)
            && (mode.Literal is null || mode.Literal.ToString() == FlowSwitchKind.MatchAny));

    /// <summary>Whether one completion can send out more than one token.</summary>
    internal bool IsFork => EmitsSeveral ? Outgoing.Length > 1 : Outgoing.GroupBy(c => c.Port).Any(g => g.Count() > 1);

    /// <summary>Pairs of connections that one completion can take together.</summary>
    internal IEnumerable<(Connection First, Connection Second)> Pairs()
    {
        for (var i = 0; i < Outgoing.Length; i++)
        {
            for (var k = i + 1; k < Outgoing.Length; k++)
            {
                if (EmitsSeveral || Outgoing[i].Port == Outgoing[k].Port)
                {
                    yield return (Outgoing[i], Outgoing[k]);
                }
            }
        }
    }

    internal bool IsWithin(FlowNode ancestor)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (ReferenceEquals(node, ancestor))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What follows from a definition's connections alone: who reaches whom, and which join closes which fork.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, FlowNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> reachable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> closers = new(StringComparer.Ordinal);

    /// <summary>Takes a checked tree. Ids must be unique and connections must name children of their flowchart.</summary>
    internal FlowGraph(Activity root)
    {
        Root = root;
        Add(root, null, [], []);
        foreach (var node in nodes.Values)
        {
            reachable[node.Id] = Reach(node.Outgoing.Select(c => c.Target), _ => false);
        }

        foreach (var fork in nodes.Values.Where(n => n.IsFork))
        {
            closers[fork.Id] = ClosersOf(fork);
        }
    }

    internal Activity Root { get; }

    internal FlowNode Get(string id) => nodes[id];

    internal FlowNode? TryGet(string id) => nodes.GetValueOrDefault(id);

    /// <summary>Whether a token leaving the one can come to the other within their flowchart.</summary>
    internal bool Reaches(string from, string to) => reachable[from].Contains(to);

    /// <summary>Whether the connection's token can come to the other connection, or is it.</summary>
    internal bool Leads(Connection from, Connection to) => from == to || from.Target == to.Source || Reaches(from.Target, to.Source);

    /// <summary>Whether different branches of the fork come together at the join.</summary>
    internal bool Closes(string join, string fork) => closers.TryGetValue(fork, out var joins) && joins.Contains(join);

    /// <summary>Whether anything the activity does later can bring a token to the join, by way of their common containers too.</summary>
    internal bool CanReach(FlowNode from, FlowNode join)
    {
        if (join.IsWithin(from))
        {
            return false;
        }

        var common = from.Parent;
        var child = from;
        while (common is not null && !join.IsWithin(common))
        {
            child = common;
            common = common.Parent;
        }

        if (common is null)
        {
            return false;
        }

        return StepsTo(common, child, ChildTowards(common, join)) || RunsAgain(common);
    }

    private static FlowNode ChildTowards(FlowNode container, FlowNode inner)
    {
        while (!ReferenceEquals(inner.Parent, container))
        {
            inner = inner.Parent!;
        }

        return inner;
    }

    private bool StepsTo(FlowNode container, FlowNode from, FlowNode to)
    {
        if (container.Activity.Type == FlowchartKind.TypeName)
        {
            return Reaches(from.Id, to.Id);
        }

        var children = container.Activity.Children;
        return container.Activity.Branches.Count == 0 && children.IndexOf(from.Activity) < children.IndexOf(to.Activity);
    }

    private bool RunsAgain(FlowNode? container)
    {
        for (; container is not null; container = container.Parent)
        {
            if (Reaches(container.Id, container.Id))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Activity activity, FlowNode? parent, ImmutableArray<Connection> outgoing, ImmutableArray<Connection> inbound)
    {
        var node = new FlowNode(activity, parent) { Outgoing = outgoing, Inbound = inbound };
        nodes.Add(activity.Id, node);
        foreach (var child in activity.Children)
        {
            Add(
                child,
                node,
                [.. activity.Connections.Where(c => c.Source == child.Id)],
                [.. activity.Connections.Where(c => c.Target == child.Id)]);
        }
    }

    private HashSet<string> Reach(IEnumerable<string> starts, Func<string, bool> stopsAt)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(starts);
        while (open.TryPop(out var id))
        {
            if (found.Add(id) && !stopsAt(id))
            {
                foreach (var connection in nodes[id].Outgoing)
                {
                    open.Push(connection.Target);
                }
            }
        }

        return found;
    }

    /// <summary>
    /// The joins at which two branches of the fork meet first. Every join is taken as an end at first; one that a single branch reaches is
    /// inside that branch, so the way goes on behind it. What lies behind a meeting point belongs to the fork's surroundings.
    /// </summary>
    private HashSet<string> ClosersOf(FlowNode fork)
    {
        var closing = new HashSet<string>(StringComparer.Ordinal);
        var inner = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            bool Stops(string id) => id == fork.Id || (nodes[id].IsJoin && !inner.Contains(id));
            var reach = fork.Outgoing.ToDictionary(c => c, c => Reach([c.Target], Stops));
            var met = fork.Pairs()
                .SelectMany(p => reach[p.First].Intersect(reach[p.Second]))
                .Where(id => nodes[id].IsJoin && id != fork.Id)
                .ToHashSet(StringComparer.Ordinal);
            var grown = met.Except(closing).ToList();
            if (grown.Count > 0)
            {
                closing.UnionWith(grown);
                inner.Clear();
                continue;
            }

            var single = reach.Values.SelectMany(ids => ids).Where(id => nodes[id].IsJoin && !closing.Contains(id)).Except(inner).ToList();
            if (single.Count == 0)
            {
                return closing;
            }

            inner.UnionWith(single);
        }
    }
}
