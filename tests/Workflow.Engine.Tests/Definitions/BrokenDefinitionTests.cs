using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflow.Engine.Tests.Definitions;

/// <summary>One good definition, and what the reader says to each way of breaking it.</summary>
public sealed partial class BrokenDefinitionTests
{
    private const string Good = """
        {
          "id": "good-v1", "definitionId": "good", "name": "Quy trình mẫu", "version": 1,
          "inputs": [ { "name": "DocumentId", "type": "String" }, { "name": "Pages", "type": "Int32" } ],
          "variables": [ { "id": "v1", "name": "Decision", "typeName": "String", "value": "none" }, { "id": "v2", "name": "Round", "typeName": "Int32", "value": "0" } ],
          "root": {
            "id": "flow", "type": "Elsa.Flowchart",
            "activities": [
              { "id": "start", "type": "Elsa.Start" },
              { "id": "draft", "type": "Sample.AwaitApproval", "documentId": { "typeName": "String", "expression": { "type": "Input", "value": { "name": "DocumentId", "type": "String" } } },
                "decision": { "typeName": "String", "memoryReference": { "id": "v1" } } },
              { "id": "count", "type": "Elsa.SetVariable", "variable": { "id": "v2", "name": "Round" }, "value": { "typeName": "Int32", "expression": { "type": "JavaScript", "value": "getVariable('Round') + getInput('Pages')" } } },
              { "id": "fork", "type": "Elsa.FlowFork", "branches": { "typeName": "String[]", "expression": { "type": "Object", "value": "[\"Legal\",\"Finance\"]" } } },
              { "id": "legal", "type": "Sample.AwaitApproval" },
              { "id": "finance", "type": "Elsa.Delay", "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "3.00:00:00" } } },
              { "id": "join", "type": "Elsa.FlowJoin", "mode": { "typeName": "FlowJoinMode", "expression": { "type": "Literal", "value": "WaitAll" } } },
              { "id": "decide", "type": "Elsa.FlowDecision", "condition": { "typeName": "Boolean", "expression": { "type": "Variable", "value": { "id": "v1", "name": "Decision" } } } },
              { "id": "choose", "type": "Elsa.FlowSwitch", "mode": "MatchFirst", "cases": [ { "label": "Urgent", "condition": { "type": "JavaScript", "value": "variables.Round > 2" } } ] },
              { "id": "steps", "type": "Elsa.Sequence", "activities": [ { "id": "say", "type": "Sample.RecordStep", "text": "a" }, { "id": "if", "type": "Elsa.If", "condition": true, "then": { "id": "then", "type": "Sample.RecordStep" } } ] },
              { "id": "at", "type": "Elsa.StartAt", "dateTime": "2026-07-01T07:30:00+07:00" },
              { "id": "hear", "type": "Elsa.Event", "eventName": "recalled" },
              { "id": "stop", "type": "Elsa.Finish" }
            ],
            "connections": [
              { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "draft", "port": "In" } },
              { "source": { "activity": "draft", "port": "Approved" }, "target": { "activity": "count", "port": "In" } },
              { "source": { "activity": "count" }, "target": { "activity": "fork" } },
              { "source": { "activity": "fork", "port": "Legal" }, "target": { "activity": "legal" } },
              { "source": { "activity": "fork", "port": "Finance" }, "target": { "activity": "finance" } },
              { "source": { "activity": "legal", "port": "Approved" }, "target": { "activity": "join" } },
              { "source": { "activity": "legal", "port": "Rejected" }, "target": { "activity": "draft" } },
              { "source": { "activity": "finance" }, "target": { "activity": "join" } },
              { "source": { "activity": "join" }, "target": { "activity": "decide" } },
              { "source": { "activity": "decide", "port": "True" }, "target": { "activity": "choose" } },
              { "source": { "activity": "decide", "port": "False" }, "target": { "activity": "at" } },
              { "source": { "activity": "choose", "port": "Urgent" }, "target": { "activity": "steps" } },
              { "source": { "activity": "choose", "port": "Default" }, "target": { "activity": "at" } },
              { "source": { "activity": "at" }, "target": { "activity": "hear" } },
              { "source": { "activity": "steps" }, "target": { "activity": "hear" } },
              { "source": { "activity": "hear" }, "target": { "activity": "stop" } }
            ]
          }
        }
        """;

    [Fact]
    public void Definition_Good_HasNoProblem() => Flow.Read(Good);

    [Theory]
    [InlineData("definitionId", null, "definition.id-missing", "$.definitionId", null)]
    [InlineData("definitionId", "7", "definition.id-missing", "$.definitionId", null)]
    [InlineData("version", null, "definition.version-invalid", "$.version", null)]
    [InlineData("version", "0", "definition.version-invalid", "$.version", null)]
    [InlineData("version", "1.5", "definition.version-invalid", "$.version", null)]
    [InlineData("root", null, "definition.root-missing", "$.root", null)]
    [InlineData("root", "\"flow\"", "activity.not-object", "$.root", null)]
    [InlineData("inputs[0].name", null, "input-definition.name-missing", "$.inputs[0].name", null)]
    [InlineData("inputs[1].name", "\"DocumentId\"", "input-definition.duplicate", "$.inputs[1].name", null)]
    [InlineData("variables[0].name", "\"\"", "variable.name-missing", "$.variables[0].name", null)]
    [InlineData("variables[1].name", "\"Decision\"", "variable.duplicate", "$.variables[1].name", null)]
    [InlineData("variables[1].id", "\"v1\"", "variable.id-duplicate", "$.variables[1].id", null)]
    [InlineData("variables[1].value", "\"none\"", "variable.value-invalid", "$.variables[1].value", null)]
    [InlineData("root.activities[9].variables", "[{\"name\":\"Decision\"}]", "variable.duplicate", "$.root.activities[9].variables[0].name", null)]
    public void Reader_BrokenDocument_TellsRulePathAndRemedy(string edit, string? value, string rule, string path, string? activity) =>
        AssertProblem(edit, value, rule, path, activity);

    [Theory]
    [InlineData("root.activities[1]", "\"draft\"", "activity.not-object", "$.root.activities[1]", null)]
    [InlineData("root.activities[1].id", null, "activity.id-missing", "$.root.activities[1].id", null)]
    [InlineData("root.activities[1].id", "\" \"", "activity.id-missing", "$.root.activities[1].id", null)]
    [InlineData("root.activities[4].id", "\"draft\"", "activity.id-duplicate", "$.root.activities[4].id", "draft")]
    [InlineData("root.activities[9].activities[0].id", "\"flow\"", "activity.id-duplicate", "$.root.activities[9].activities[0].id", "flow")]
    [InlineData("root.activities[9].activities[1].then.id", "\"say\"", "activity.id-duplicate", "$.root.activities[9].activities[1].then.id", "say")]
    [InlineData("root.activities[1].type", null, "activity.type-missing", "$.root.activities[1].type", "draft")]
    [InlineData("root.activities[1].type", "\"Sample.AwaitAproval\"", "activity.type-unknown", "$.root.activities[1].type", "draft")]
    [InlineData("root.activities[9].activities[1].then.type", "\"Elsa.WriteLine\"", "activity.type-unknown", "$.root.activities[9].activities[1].then.type", "then")]
    [InlineData("root.type", "\"Elsa.Flow\"", "activity.type-unknown", "$.root.type", "flow")]
    [InlineData("root.activities", "\"none\"", "activities.not-list", "$.root.activities", "flow")]
    [InlineData("root.activities[9].activities", "{}", "activities.not-list", "$.root.activities[9].activities", "steps")]
    [InlineData("root.activities[9].activities[1].then", null, "if.empty", "$.root.activities[9].activities[1].then", "if")]
    [InlineData("root.activities[3].branches.expression.value", "\"[]\"", "fork.no-branches", "$.root.activities[3].branches", "fork")]
    [InlineData("root.activities[3].branches.expression.value", "\"[\\\"Legal\\\",\\\"Finance\\\",\\\"Legal\\\"]\"", "fork.branch-duplicate", "$.root.activities[3].branches", "fork")]
    [InlineData("root.activities[8].cases", "[]", "switch.no-cases", "$.root.activities[8].cases", "choose")]
    [InlineData("root.activities[8].cases[0].label", null, "switch.label-missing", "$.root.activities[8].cases[0].label", "choose")]
    [InlineData("root.activities[8].cases[0].condition", null, "switch.condition-missing", "$.root.activities[8].cases[0].condition", "choose")]
    [InlineData("root.activities[8].cases[0].label", "\"Default\"", "switch.label-duplicate", "$.root.activities[8].cases[0].label", "choose")]
    public void Reader_BrokenActivity_TellsRulePathAndRemedy(string edit, string? value, string rule, string path, string? activity) =>
        AssertProblem(edit, value, rule, path, activity);

    [Theory]
    [InlineData("root.activities[5].timeSpan", null, "input.missing", "$.root.activities[5].timeSpan", "finance")]
    [InlineData("root.activities[5].timeSpan.expression.value", null, "input.missing", "$.root.activities[5].timeSpan", "finance")]
    [InlineData("root.activities[2].variable", null, "input.missing", "$.root.activities[2].variable", "count")]
    [InlineData("root.activities[9].activities[1].condition", null, "input.missing", "$.root.activities[9].activities[1].condition", "if")]
    [InlineData("root.activities[9].activities[0].txt", "\"b\"", "input.unknown", "$.root.activities[9].activities[0].txt", "say")]
    [InlineData("root.activities[5].timeSpan", "{\"typeName\":\"TimeSpan\"}", "input.no-expression", "$.root.activities[5].timeSpan", "finance")]
    [InlineData("root.activities[5].timeSpan.typeName", null, "input.no-type", "$.root.activities[5].timeSpan", "finance")]
    [InlineData("root.activities[5].timeSpan", "\"72:00:00\"", "duration.invalid", "$.root.activities[5].timeSpan", "finance")]
    [InlineData("root.activities[5].timeSpan", "3", "duration.invalid", "$.root.activities[5].timeSpan", "finance")]
    [InlineData("root.activities[5].timeSpan", "\"three days\"", "duration.invalid", "$.root.activities[5].timeSpan", "finance")]
    [InlineData("root.activities[10].dateTime", "\"2026-07-01T07:30:00\"", "moment.no-offset", "$.root.activities[10].dateTime", "at")]
    [InlineData("root.activities[10].dateTime", "\"1/7\"", "moment.no-offset", "$.root.activities[10].dateTime", "at")]
    [InlineData("root.activities[10].dateTime", "\"ngày mai\"", "moment.invalid", "$.root.activities[10].dateTime", "at")]
    [InlineData("root.activities[9].activities[1].condition", "\"maybe\"", "input.wrong-type", "$.root.activities[9].activities[1].condition", "if")]
    [InlineData("root.activities[11].eventName", "[\"a\"]", "input.wrong-type", "$.root.activities[11].eventName", "hear")]
    [InlineData("root.activities[3].branches", "[1,2]", "input.wrong-type", "$.root.activities[3].branches", "fork")]
    [InlineData("root.activities[6].mode.expression.value", "\"WaitSome\"", "input.wrong-value", "$.root.activities[6].mode", "join")]
    [InlineData("root.activities[8].mode", "\"First\"", "input.wrong-value", "$.root.activities[8].mode", "choose")]
    [InlineData("root.activities[6].mode.expression", "{\"type\":\"Variable\",\"value\":{\"id\":\"v1\"}}", "join.mode-computed", "$.root.activities[6].mode", "join")]
    [InlineData("root.activities[5].timeSpan.expression.type", "\"Liquid\"", "expression.type-unknown", "$.root.activities[5].timeSpan.expression.type", "finance")]
    [InlineData("root.activities[5].timeSpan.expression.type", "\"1\"", "expression.type-unknown", "$.root.activities[5].timeSpan.expression.type", "finance")]
    [InlineData("root.activities[1].documentId.expression.value", null, "expression.value-missing", "$.root.activities[1].documentId.expression.value", "draft")]
    [InlineData("root.activities[1].documentId.expression.value.name", "\"DocumentNo\"", "expression.input-unknown", "$.root.activities[1].documentId.expression.value", "draft")]
    [InlineData("root.activities[7].condition.expression.value", "{\"name\":\"Descision\"}", "expression.variable-unknown", "$.root.activities[7].condition.expression.value", "decide")]
    [InlineData("root.activities[2].variable", "{\"id\":\"v3\"}", "expression.variable-unknown", "$.root.activities[2].variable", "count")]
    [InlineData("root.activities[1].decision.memoryReference.id", "\"v9\"", "output.variable-unknown", "$.root.activities[1].decision.memoryReference.id", "draft")]
    [InlineData("root.activities[3].branches.expression.value", "\"[Legal]\"", "expression.json-invalid", "$.root.activities[3].branches.expression.value", "fork")]
    [InlineData("root.activities[2].value.expression.value", "\"(x => x)(1)\"", "expression.script-invalid", "$.root.activities[2].value.expression.value", "count")]
    [InlineData("root.activities[2].value.expression.value", "7", "expression.script-invalid", "$.root.activities[2].value.expression.value", "count")]
    [InlineData("root.activities[2].value.expression.value", "\"new Date().getTime()\"", "expression.script-impure", "$.root.activities[2].value.expression.value", "count")]
    [InlineData("root.activities[2].value.expression.value", "\"Math.random()\"", "expression.script-impure", "$.root.activities[2].value.expression.value", "count")]
    [InlineData("root.activities[2].value.expression.value", "\"getVariable('Rounds')\"", "expression.variable-unknown", "$.root.activities[2].value.expression.value", "count")]
    [InlineData("root.activities[2].value.expression.value", "\"getInput('Page')\"", "expression.input-unknown", "$.root.activities[2].value.expression.value", "count")]
    [InlineData("root.activities[8].cases[0].condition.value", "\"variables.Rund > 1\"", "expression.variable-unknown", "$.root.activities[8].cases[0].condition.value", "choose")]
    public void Reader_BrokenInput_TellsRulePathAndRemedy(string edit, string? value, string rule, string path, string? activity) =>
        AssertProblem(edit, value, rule, path, activity);

    [Theory]
    [InlineData("root.connections", "7", "connections.not-list", "$.root.connections", "flow")]
    [InlineData("root.connections[4]", "7", "connection.not-object", "$.root.connections[4]", "flow")]
    [InlineData("root.connections[4].target.activity", "\"finanse\"", "connection.target-unknown", "$.root.connections[4].target.activity", "fork")]
    [InlineData("root.connections[4].target.activity", "\"say\"", "connection.target-unknown", "$.root.connections[4].target.activity", "fork")]
    [InlineData("root.connections[4].target", null, "connection.target-missing", "$.root.connections[4].target", "fork")]
    [InlineData("root.connections[4].source.activity", "\"frok\"", "connection.source-unknown", "$.root.connections[4].source.activity", "flow")]
    [InlineData("root.connections[4].source.activity", null, "connection.source-missing", "$.root.connections[4].source.activity", "flow")]
    [InlineData("root.connections[4].source.port", "\"Finanse\"", "connection.port-unknown", "$.root.connections[4].source.port", "fork")]
    [InlineData("root.connections[1].source.port", null, "connection.port-unknown", "$.root.connections[1].source.port", "draft")]
    [InlineData("root.connections[9].source.port", "\"true\"", "connection.port-unknown", "$.root.connections[9].source.port", "decide")]
    [InlineData("root.connections[15].source.activity", "\"stop\"", "connection.port-unknown", "$.root.connections[15].source.port", "stop")]
    [InlineData("root.connections[0].target.port", "\"Done\"", "connection.target-port-unknown", "$.root.connections[0].target.port", "draft")]
    [InlineData("root.connections[3]", "{\"source\":\"fork\",\"sourcePort\":\"Finance\",\"target\":\"finance\"}", "connection.duplicate", "$.root.connections[4]", "fork")]
    [InlineData("root.activities", "[]", "flowchart.empty", "$.root.activities", "flow")]
    [InlineData("root.activities[0].type", "\"Sample.RecordStep\"", "flowchart.no-start", "$.root.activities", "flow", "root.connections[6].target.activity", "\"start\"")]
    [InlineData("root.connections[15]", null, "activity.unreachable", "$.root.activities[12]", "stop")]
    [InlineData("root.activities[12]", "{\"id\":\"stop\",\"type\":\"Elsa.FlowJoin\",\"mode\":\"WaitAny\"}", "join.no-inbound", "$.root.activities[12]", "stop", "root.connections[15].target.activity", "\"hear\"")]
    [InlineData("root.connections[7].source", "{\"activity\":\"legal\",\"port\":\"Rejected\"}", "join.never-complete", "$.root.activities[6]", "join", "root.connections[6]", "{\"source\":\"finance\",\"target\":\"decide\"}")]
    [InlineData("root.connections[9].target.activity", "\"join\"", "join.never-complete", "$.root.activities[6]", "join", "root.connections[7].target.activity", "\"choose\"")]
    [InlineData("root.connections[11].target.activity", "\"decide\"", "cycle.never-waits", "$.root.activities[7]", "decide", "root.connections[10].target.activity", "\"steps\"")]
    [InlineData("root.connections[1].target.activity", "\"count\"", "cycle.never-waits", "$.root.activities[2]", "count", "root.connections[2]", "{\"source\":\"count\",\"target\":\"count\"}")]
    public void Reader_BrokenFlow_TellsRulePathAndRemedy(
        string edit, string? value, string rule, string path, string? activity, string? alsoEdit = null, string? alsoValue = null) =>
        AssertProblem(edit, value, rule, path, activity, alsoEdit, alsoValue);

    [Theory]
    [InlineData("{ \"definitionId\": ", "json.invalid")]
    [InlineData("{ \"definitionId\": \"a\", \"definitionId\": \"b\" }", "json.invalid")]
    [InlineData("", "json.invalid")]
    [InlineData("[]", "json.not-object")]
    public void Reader_BrokenText_TellsSo(string json, string rule)
    {
        var reading = DefinitionReader.Read(json, "broken.json", Flow.Catalog);

        Assert.Null(reading.Definition);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((rule, "$", "broken.json"), (problem.Rule, problem.Path, problem.File));
    }

    [Fact]
    public void Reader_MisspeltTarget_NamesPlaceWordAndNearest()
    {
        var problem = Assert.Single(DefinitionReader.Read(Edit("root.connections[4].target.activity", "\"finanse\""), "good.json", Flow.Catalog).Problems);

        Assert.Equal("\"connections[4].target.activity\" names \"finanse\", which is no activity of flowchart \"flow\".", problem.Message);
        Assert.Equal("Nearest: \"finance\".", problem.Remedy);
    }

    [Fact]
    public void Reader_SeventyTwoHours_SaysHowToWriteEitherMeaning()
    {
        var problem = Assert.Single(DefinitionReader.Read(Edit("root.activities[5].timeSpan", "\"72:00:00\""), "good.json", Flow.Catalog).Problems);

        Assert.Equal("For 72 hours write \"3.00:00:00\", for 72 days \"72.00:00:00\".", problem.Remedy);
    }

    [Fact]
    public void Reader_SeveralProblems_TellsThemAll()
    {
        var json = Edit("root.activities[5].timeSpan", "\"72:00:00\"", "root.connections[4].source.port", "\"Finanse\"");

        Assert.Equal(["duration.invalid", "connection.port-unknown"], DefinitionReader.Read(json, "good.json", Flow.Catalog).Problems.Select(p => p.Rule));
    }

    private static void AssertProblem(string edit, string? value, string rule, string path, string? activity, string? alsoEdit = null, string? alsoValue = null)
    {
        var reading = DefinitionReader.Read(Edit(edit, value, alsoEdit, alsoValue), "good.json", Flow.Catalog);

        Assert.Null(reading.Definition);
        var told = string.Join('\n', reading.Problems);
        Assert.True(reading.Problems.Any(p => (p.Rule, p.Path, p.ActivityId, p.File) == (rule, path, activity, "good.json")), told);
        Assert.All(reading.Problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Message) || string.IsNullOrWhiteSpace(p.Remedy)));
        Assert.True(reading.Problems.All(p => p.Rule == rule || FollowsFrom(rule, p.Rule)), told);
    }

    /// <summary>What is rightly told as well: whoever refers to the thing that is missing, and what the cut way led to.</summary>
    private static bool FollowsFrom(string rule, string other) => rule.Split('.')[0] switch
    {
        "variable" => other is "expression.variable-unknown" or "output.variable-unknown",
        "input-definition" => other == "expression.input-unknown",
        "activity" or "activities" => other is "connection.source-unknown" or "connection.target-unknown",
        "flowchart" => other is "connection.source-unknown" or "connection.target-unknown",
        "connection" => other == "connection.port-unknown",
        "cycle" or "join" => other is "activity.unreachable" or "cycle.never-waits",
        _ => false,
    };

    private static string Edit(string edit, string? value, string? alsoEdit = null, string? alsoValue = null)
    {
        var document = JsonNode.Parse(Good)!;
        Apply(document, edit, value);
        if (alsoEdit is not null)
        {
            Apply(document, alsoEdit, alsoValue);
        }

        return document.ToJsonString();
    }

    private static void Apply(JsonNode document, string edit, string? value)
    {
        var steps = StepPattern().Matches(edit).Select(m => m.Value).ToList();
        var holder = steps.SkipLast(1).Aggregate(document, (node, step) => step[0] == '[' ? node[Index(step)]! : node[step]!);
        var replacement = value is null ? null : JsonNode.Parse(value);
        if (steps[^1][0] != '[')
        {
            if (value is null)
            {
                holder.AsObject().Remove(steps[^1]);
            }
            else
            {
                holder[steps[^1]] = replacement;
            }
        }
        else if (value is null)
        {
            holder.AsArray().RemoveAt(Index(steps[^1]));
        }
        else
        {
            holder[Index(steps[^1])] = replacement;
        }
    }

    private static int Index(string step) => int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[\d+\]|\w+")]
    private static partial Regex StepPattern();
}
