using System.Collections.Immutable;
using System.Text.Json;

namespace Workflow.Engine;

/// <summary>Reads activities, outer before inner.</summary>
internal sealed class ActivityReader(ActivityCatalog catalog, VariableReader scope, ReadingLog log)
{
    /// <summary>Properties every activity may have, and those the shape of an activity is made of.</summary>
    private static readonly HashSet<string> Structural = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "synthetic", "$id", "$type", "_type",
        "canStartWorkflow", "runAsynchronously", "commitStrategy", "source", "mergeMode",
        "activities", "connections", "variables", "start", "cases",
    };

    private readonly Dictionary<string, string> pathOfId = new(StringComparer.Ordinal);

    /// <summary>Activities with a problem of their own; what follows from it is not told as well.</summary>
    private readonly HashSet<string> unsound = new(StringComparer.Ordinal);
    private readonly InputReader inputs = new(scope, log);

    internal Activity? Read(JsonView view)
    {
        if (!view.IsObject)
        {
            log.Add(view.Path, null, "activity.not-object", "An activity is no JSON object.", "Write {\"id\": …, \"type\": …}.");
            return null;
        }

        var id = ReadId(view);
        var kind = ReadKind(view, id);
        if (id is null || kind is null)
        {
            return null;
        }

        var before = log.Problems.Count;
        var (values, outputs) = ReadProperties(view, id, kind);
        var cases = kind is FlowSwitchKind ? ReadCases(view, id) : [];
        var branches = ReadBranches(view, kind);
        var children = ReadChildren(view, id, kind);
        var sound = log.Problems.Count == before;
        var activity = new Activity
        {
            Id = id,
            Type = kind.Type,
            Path = view.Path,
            DisplayText = Designer.DisplayText(view),
            Position = Designer.Position(view),
            Size = Designer.Size(view),
            CanStart = view.Get("customProperties")?.Get("canStartWorkflow")?.Element.ValueKind == JsonValueKind.True,
            Inputs = values,
            Outputs = outputs,
            Branches = branches,
            Children = branches.Count > 0 ? [.. branches.Values] : children,
            Cases = cases,
        };
        return Check(kind is FlowchartKind ? Connect(view, activity) : activity, kind, sound);
    }

    private Activity Connect(JsonView view, Activity flowchart) =>
        flowchart with { Connections = new ConnectionReader(catalog, unsound, log).Read(view, flowchart, DeclaredIds(view)) };

    private Activity Check(Activity activity, ActivityKind kind, bool sound)
    {
        var flaws = sound ? kind.Check(activity).ToList() : [];
        if (!sound || flaws.Count > 0)
        {
            unsound.Add(activity.Id);
        }

        foreach (var flaw in flaws)
        {
            log.Add(flaw.Property.Length == 0 ? activity.Path : $"{activity.Path}.{flaw.Property}", activity.Id, flaw.Rule, flaw.Message, flaw.Remedy);
        }

        return activity;
    }

    /// <summary>Ids that stand in the file, so that a connection to an activity that is itself wrong is not called dangling.</summary>
    private static HashSet<string> DeclaredIds(JsonView flowchart) =>
        [.. flowchart.Get("activities")?.Items().Select(a => a.IsObject ? a.Get("id")?.Text : null).OfType<string>() ?? []];

    private string? ReadId(JsonView view)
    {
        if (view.Get("id")?.Text is not { } id || string.IsNullOrWhiteSpace(id))
        {
            log.Add(view.Path + ".id", null, "activity.id-missing", "An activity has no \"id\".", "Set \"id\" to a text that no other activity of the definition has.");
            return null;
        }

        if (!pathOfId.TryAdd(id, view.Path))
        {
            log.Add(
                view.Path + ".id", id, "activity.id-duplicate", $"The id \"{id}\" already belongs to {pathOfId[id]}.", "Give each activity of the definition its own id.");
            return null;
        }

        return id;
    }

    private ActivityKind? ReadKind(JsonView view, string? id)
    {
        if (view.Get("type")?.Text is not { } type || string.IsNullOrWhiteSpace(type))
        {
            log.Add(view.Path + ".type", id, "activity.type-missing", $"Activity \"{id}\" has no \"type\".", "Set \"type\", e.g. to \"Elsa.Start\".");
            return null;
        }

        var kind = catalog.Find(type);
        if (kind is null)
        {
            log.Add(
                view.Path + ".type",
                id,
                "activity.type-unknown",
                $"Activity \"{id}\" is of type \"{type}\", which does not exist here.",
                ReadingLog.Nearest(type, catalog.Kinds.Select(k => k.Type)));
        }

        return kind;
    }

    private (Dictionary<string, InputValue> Values, Dictionary<string, string> Outputs) ReadProperties(JsonView view, string id, ActivityKind kind)
    {
        var values = new Dictionary<string, InputValue>(StringComparer.Ordinal);
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in kind.Inputs)
        {
            if (view.Get(input.Name) is { } found && inputs.Read(found, id, input) is { } value)
            {
                values[input.Name] = value;
            }
            else if (input.Required && !log.Problems.Any(p => p.Path.StartsWith($"{view.Path}.{input.Name}", StringComparison.OrdinalIgnoreCase)))
            {
                log.Add(
                    $"{view.Path}.{input.Name}",
                    id,
                    "input.missing",
                    $"Activity \"{id}\" lacks its input \"{input.Name}\".",
                    $"Set it: {input.TypeName}. {input.Description}".TrimEnd());
            }
        }

        var branches = (kind as ContainerKind)?.BranchNames ?? [];
        foreach (var (name, value) in view.Properties())
        {
            var known = Structural.Contains(name)
                || branches.Contains(name, StringComparer.OrdinalIgnoreCase)
                || kind.Inputs.Any(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase));
            if (!known && !value.IsNull)
            {
                ReadOutput(name, value, id, kind, outputs);
            }
        }

        return (values, outputs);
    }

    private void ReadOutput(string name, JsonView value, string id, ActivityKind kind, Dictionary<string, string> outputs)
    {
        if (value.Get("memoryReference")?.Get("id") is not { } reference || value.Get("expression") is not null)
        {
            log.Add(
                value.Path,
                id,
                "input.unknown",
                $"\"{kind.Type}\" has no input \"{name}\".",
                ReadingLog.Nearest(name, kind.Inputs.Select(i => i.Name)));
        }
        else if (scope.FindVariable(reference.Text, reference.Text) is { } variable)
        {
            outputs[char.ToLowerInvariant(name[0]) + name[1..]] = variable.Name;
        }
        else
        {
            log.Add(
                reference.Path,
                id,
                "output.variable-unknown",
                $"Output \"{name}\" of activity \"{id}\" goes to variable \"{reference.Text}\", which does not exist.",
                ReadingLog.Nearest(reference.Text ?? string.Empty, scope.Variables.Select(v => v.Id)));
        }
    }

    private Dictionary<string, Activity> ReadBranches(JsonView view, ActivityKind kind)
    {
        var branches = new Dictionary<string, Activity>(StringComparer.Ordinal);
        foreach (var name in (kind as ContainerKind)?.BranchNames ?? [])
        {
            if (view.Get(name) is { } branch && Read(branch) is { } activity)
            {
                branches[name] = activity;
            }
        }

        return branches;
    }

    private ImmutableArray<Activity> ReadChildren(JsonView view, string id, ActivityKind kind)
    {
        if (kind is not ContainerKind { HasList: true } || view.Get("activities") is not { } list)
        {
            return [];
        }

        if (!list.IsArray)
        {
            log.Add(list.Path, id, "activities.not-list", $"\"activities\" of \"{id}\" is no list.", "Write a JSON list of activities.");
            return [];
        }

        return [.. list.Items().Select(Read).OfType<Activity>()];
    }

    private ImmutableArray<SwitchCase> ReadCases(JsonView view, string id)
    {
        var cases = ImmutableArray.CreateBuilder<SwitchCase>();
        foreach (var item in view.Get("cases")?.Items() ?? [])
        {
            if (item.Get("label")?.Text is not { } label || string.IsNullOrWhiteSpace(label))
            {
                log.Add(item.Path + ".label", id, "switch.label-missing", $"A case of switch \"{id}\" has no label.", "Set \"label\"; it is the outcome's name.");
            }
            else if (item.Get("condition") is not { } condition)
            {
                log.Add(item.Path + ".condition", id, "switch.condition-missing", $"Case \"{label}\" of switch \"{id}\" has no condition.", "Set \"condition\" to a Boolean expression.");
            }
            else if (inputs.ReadCondition(condition, id) is { } value)
            {
                cases.Add(new SwitchCase(label, value));
            }
        }

        return cases.ToImmutable();
    }
}
