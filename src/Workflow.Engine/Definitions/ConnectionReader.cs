using System.Collections.Immutable;

namespace Workflow.Engine;

/// <summary>Reads the connections of a flowchart in every shape Elsa has written them.</summary>
internal sealed class ConnectionReader(ActivityCatalog catalog, IReadOnlySet<string> unsound, ReadingLog log)
{
    private readonly record struct End(string? Activity, string? Port, string Path, string PortPath);

    internal ImmutableArray<Connection> Read(JsonView flowchart, Activity activity, HashSet<string> declared)
    {
        if (flowchart.Get("connections") is not { } list)
        {
            return [];
        }

        if (!list.IsArray)
        {
            log.Add(list.Path, activity.Id, "connections.not-list", $"\"connections\" of \"{activity.Id}\" is no list.", "Write a JSON list of connections.");
            return [];
        }

        var connections = ImmutableArray.CreateBuilder<Connection>();
        foreach (var view in list.Items())
        {
            if (ReadOne(view, activity, declared) is { } connection)
            {
                if (connections.Contains(connection))
                {
                    log.Add(view.Path, connection.Source, "connection.duplicate", $"The connection from \"{connection.Source}\" by \"{connection.Port}\" to \"{connection.Target}\" stands twice.", "Remove one of them.");
                }

                connections.Add(connection);
            }
        }

        return connections.ToImmutable();
    }

    private static End ReadEnd(JsonView connection, string name)
    {
        var end = connection.Get(name);
        if (end is { IsObject: true } wrapped)
        {
            var activity = wrapped.Get("activity");
            var port = wrapped.Get("port");
            return new(activity?.Text, port?.Text, activity?.Path ?? wrapped.Path + ".activity", port?.Path ?? wrapped.Path + ".port");
        }

        var flat = connection.Get(name + "Port");
        return new(end?.Text, flat?.Text, end?.Path ?? $"{connection.Path}.{name}", flat?.Path ?? $"{connection.Path}.{name}Port");
    }

    private Connection? ReadOne(JsonView view, Activity flowchart, HashSet<string> declared)
    {
        if (!view.IsObject)
        {
            log.Add(view.Path, flowchart.Id, "connection.not-object", $"A connection of \"{flowchart.Id}\" is no JSON object.", "Write {\"source\": {\"activity\": …, \"port\": …}, \"target\": {\"activity\": …}}.");
            return null;
        }

        var source = ReadEnd(view, "source");
        var target = ReadEnd(view, "target");
        var sourceKnown = CheckEnd(source, "source", flowchart, flowchart.Id, declared);
        var targetKnown = CheckEnd(target, "target", flowchart, sourceKnown ? source.Activity! : flowchart.Id, declared);
        if (target.Port is { Length: > 0 } inward && inward != "In")
        {
            log.Add(target.PortPath, target.Activity, "connection.target-port-unknown", $"A connection enters \"{target.Activity}\" by \"{inward}\".", "Activities are entered by \"In\".");
        }

        var port = string.IsNullOrEmpty(source.Port) ? "Done" : source.Port;
        if (sourceKnown && flowchart.Children.FirstOrDefault(c => c.Id == source.Activity) is { } from && !unsound.Contains(from.Id))
        {
            CheckPort(source, port, from);
        }

        return sourceKnown && targetKnown ? new Connection(source.Activity!, port, target.Activity!) : null;
    }

    private bool CheckEnd(End end, string name, Activity flowchart, string activityId, HashSet<string> declared)
    {
        if (string.IsNullOrEmpty(end.Activity))
        {
            log.Add(end.Path, activityId, $"connection.{name}-missing", $"A connection of \"{flowchart.Id}\" names no {name}.", $"Set \"{name}.activity\" to the id of an activity of this flowchart.");
            return false;
        }

        if (declared.Contains(end.Activity))
        {
            return true;
        }

        var place = end.Path[(end.Path.LastIndexOf(".connections", StringComparison.OrdinalIgnoreCase) + 1)..];
        log.Add(
            end.Path,
            activityId,
            $"connection.{name}-unknown",
            $"\"{place}\" names \"{end.Activity}\", which is no activity of flowchart \"{flowchart.Id}\".",
            ReadingLog.Nearest(end.Activity, declared));
        return false;
    }

    private void CheckPort(End source, string port, Activity from)
    {
        var outcomes = catalog.Get(from).OutcomesOf(from);
        if (!outcomes.Contains(port))
        {
            log.Add(
                source.PortPath,
                from.Id,
                "connection.port-unknown",
                $"A connection leaves \"{from.Id}\" by \"{port}\", which is no outcome of \"{from.Type}\".",
                outcomes.Count == 0 ? $"Nothing can follow \"{from.Id}\"; remove the connection." : ReadingLog.Nearest(port, outcomes));
        }
    }
}
