namespace Workflow.Engine;

/// <summary>What only the whole flow shows: activities no token reaches, joins that cannot be complete, cycles that never wait.</summary>
internal sealed class FlowChecks(FlowGraph graph, ActivityCatalog catalog, ReadingLog log)
{
    internal void Run()
    {
        foreach (var activity in graph.Root.WithDescendants().Where(a => a.Type == FlowchartKind.TypeName))
        {
            CheckReachable(activity);
            CheckCycles(activity);
            foreach (var join in activity.Children.Where(c => c.Type == FlowJoinKind.TypeName))
            {
                CheckJoin(graph.Get(join.Id));
            }
        }
    }

    private void CheckReachable(Activity flowchart)
    {
        if (FlowchartKind.FirstOf(flowchart) is not { } first)
        {
            return;
        }

        foreach (var child in flowchart.Children.Where(c => c.Id != first.Id && !graph.Reaches(first.Id, c.Id)))
        {
            log.Add(
                child.Path,
                child.Id,
                "activity.unreachable",
                $"No way leads from the start \"{first.Id}\" to activity \"{child.Id}\".",
                "Connect it or remove it.");
        }
    }

    private void CheckJoin(FlowNode join)
    {
        if (join.Inbound.IsEmpty)
        {
            log.Add(join.Activity.Path, join.Id, "join.no-inbound", $"Nothing leads to join \"{join.Id}\".", "Connect the branches it joins.");
            return;
        }

        if (FlowJoinKind.ModeOf(join.Activity) != FlowJoinKind.WaitAll)
        {
            return;
        }

        for (var i = 0; i < join.Inbound.Length; i++)
        {
            for (var k = i + 1; k < join.Inbound.Length; k++)
            {
                if (!CanMeet(join, join.Inbound[i], join.Inbound[k]))
                {
                    log.Add(
                        join.Activity.Path,
                        join.Id,
                        "join.never-complete",
                        $"Join \"{join.Id}\" waits for both \"{join.Inbound[i].Via}\" and \"{join.Inbound[k].Via}\", but no fork leads to both at once.",
                        "Use \"WaitAllActive\" for ways of which only some are taken, or lead both from different branches of one fork.");
                    return;
                }
            }
        }
    }

    /// <summary>Two tokens exist only where one fork sent out both.</summary>
    private bool CanMeet(FlowNode join, Connection one, Connection other) => join.Parent!.Activity.Children
        .Select(c => graph.Get(c.Id))
        .SelectMany(n => n.Pairs())
        .Any(p => (graph.Leads(p.First, one) && graph.Leads(p.Second, other)) || (graph.Leads(p.First, other) && graph.Leads(p.Second, one)));

    private void CheckCycles(Activity flowchart)
    {
        var hasty = flowchart.Children.Where(c => !MayWait(c)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in flowchart.Children.Where(c => hasty.Contains(c.Id)))
        {
            if (!told.Contains(child.Id) && WayBack(child.Id, hasty) is { } cycle)
            {
                told.UnionWith(cycle);
                log.Add(
                    child.Path,
                    child.Id,
                    "cycle.never-waits",
                    $"The cycle {string.Join(" → ", cycle.Append(child.Id).Select(id => $"\"{id}\""))} has no activity that waits, so it would run for ever.",
                    "Put an activity that waits into the cycle, or cut it.");
            }
        }
    }

    private bool MayWait(Activity activity) => activity.WithDescendants().Any(a => catalog.Get(a).Waits);

    /// <summary>The shortest way from an activity back to it through the given ones; null when there is none.</summary>
    private List<string>? WayBack(string start, HashSet<string> through)
    {
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var id))
        {
            foreach (var target in graph.Get(id).Outgoing.Select(c => c.Target).Where(through.Contains))
            {
                if (target == start)
                {
                    var way = new List<string> { id };
                    while (way[0] != start)
                    {
                        way.Insert(0, from[way[0]]);
                    }

                    return way;
                }

                if (from.TryAdd(target, id))
                {
                    open.Enqueue(target);
                }
            }
        }

        return null;
    }
}
