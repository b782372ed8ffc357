using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests;

/// <summary>Writes definitions with a single flowchart that begins at the first activity added.</summary>
internal sealed class Flow
{
    internal static readonly ActivityCatalog Catalog =
        new([new RecordStep(), new AwaitApproval(), new TwoOpinions(), new WaitsForNothing(), new Confused(), new LimitedStep()]);

    private readonly JsonArray activities = [new JsonObject { ["id"] = "begin", ["type"] = "Elsa.Start", ["version"] = 1 }];
    private readonly JsonArray connections = [];
    private readonly JsonArray variables = [];
    private readonly JsonArray inputs = [];

    internal static JsonObject Literal(string typeName, JsonNode? value) => Expression(typeName, "Literal", value);

    internal static JsonObject Script(string typeName, string text) => Expression(typeName, "JavaScript", text);

    internal static JsonObject Expression(string typeName, string type, JsonNode? value) => new()
    {
        ["typeName"] = typeName,
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
    };

    internal Flow Add(string id, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in properties)
        {
            activity[name] = value;
        }

        activities.Add(activity);
        return activities.Count == 2 ? To($"begin > {id}") : this;
    }

    internal Flow Approval(params string[] ids) => ids.Aggregate(this, (flow, id) => flow.Add(id, "Sample.AwaitApproval"));

    internal Flow Record(params string[] ids) => ids.Aggregate(this, (flow, id) => flow.Add(id, "Sample.RecordStep"));

    internal Flow Fork(string id, params string[] branches) =>
        Add(id, "Elsa.FlowFork", ("branches", Expression("String[]", "Object", new JsonArray([.. branches.Select(b => JsonValue.Create(b))]).ToJsonString())));

    internal Flow Join(string id, string mode) => Add(id, "Elsa.FlowJoin", ("mode", Literal(
        "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", mode)));

    /// <summary>Connects <c>a.Port > b</c>; without a port it is <c>Done</c>.</summary>
    internal Flow To(params string[] ways)
    {
        foreach (var way in ways)
        {
            var ends = way.Split(" > ");
            for (var i = 0; i + 1 < ends.Length; i++)
            {
                var source = ends[i].Split('.');
                connections.Add(new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                    ["target"] = new JsonObject { ["activity"] = ends[i + 1].Split('.')[0], ["port"] = "In" },
                });
            }
        }

        return this;
    }

    internal Flow Variable(string name, string typeName, string? value)
    {
        variables.Add(new JsonObject { ["id"] = "v-" + name, ["name"] = name, ["typeName"] = typeName, ["isArray"] = false, ["value"] = value });
        return this;
    }

    internal Flow Input(string name, string type)
    {
        inputs.Add(new JsonObject { ["name"] = name, ["type"] = type });
        return this;
    }

    internal string Json() => new JsonObject
    {
        ["id"] = "test-v1",
        ["definitionId"] = "test",
        ["name"] = "Thử nghiệm",
        ["version"] = 1,
        ["inputs"] = inputs.DeepClone(),
        ["variables"] = variables.DeepClone(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["activities"] = activities.DeepClone(),
            ["connections"] = connections.DeepClone(),
        },
    }.ToJsonString();

    internal WorkflowDefinition Read() => Read(Json());

    internal static WorkflowDefinition Read(string json)
    {
        var reading = DefinitionReader.Read(json, "test.json", Catalog);
        Assert.Empty(reading.Problems);
        return reading.Definition!;
    }
}
