using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests.Definitions;

public sealed class DefinitionReaderTests
{
    /// <summary>A definition as Elsa 3.7 exports it; Elsa itself loads and runs it with the same two kinds.</summary>
    private const string Approval = """
        {
          "id": "approval-v1", "definitionId": "approval", "name": "Approval", "createdAt": "2026-01-01T00:00:00+00:00", "version": 1, "isLatest": true, "isPublished": true,
          "inputs": [ { "name": "DocumentId", "type": "String", "displayName": "Document", "isArray": false, "storageDriverType": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" } ],
          "variables": [ { "id": "v1", "name": "Decision", "typeName": "String", "isArray": false, "value": "none", "storageDriverTypeName": "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" } ],
          "customProperties": { "documentType": "chi-thi" },
          "root": {
            "id": "flow", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "prepare", "type": "Sample.RecordStep", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "prepare" } } },
              { "id": "first", "type": "Sample.AwaitApproval", "version": 1, "nodeId": "Workflow1:flow:first",
                "metadata": { "displayText": "Trình ký", "designer": { "position": { "x": -12.5, "y": 40 }, "size": { "width": 140, "height": 50 } } },
                "documentId": { "typeName": "String", "expression": { "type": "Input", "value": { "name": "DocumentId", "type": "String" } } },
                "stage": { "typeName": "String", "expression": { "type": "Literal", "value": "first" } },
                "decision": { "typeName": "String", "memoryReference": { "id": "v1" } } },
              { "id": "between", "type": "Sample.RecordStep", "version": 1, "text": { "typeName": "String", "expression": { "type": "Variable", "value": { "id": "v1", "name": "Decision" } } } },
              { "id": "second", "type": "Sample.AwaitApproval", "version": 1,
                "documentId": { "typeName": "String", "expression": { "type": "Input", "value": { "name": "DocumentId", "type": "String" } } },
                "stage": { "typeName": "String", "expression": { "type": "Literal", "value": "second" } },
                "decision": { "typeName": "String", "memoryReference": { "id": "v1" } } },
              { "id": "publish", "type": "Sample.RecordStep", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "publish" } } },
              { "id": "refuse", "type": "Sample.RecordStep", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "refuse" } } }
            ],
            "connections": [
              { "source": { "activity": "prepare", "port": "Done" }, "target": { "activity": "first", "port": "In" } },
              { "source": { "activity": "first", "port": "Approved" }, "target": { "activity": "between", "port": "In" } },
              { "source": { "activity": "first", "port": "Rejected" }, "target": { "activity": "refuse", "port": "In" } },
              { "source": { "activity": "between", "port": "Done" }, "target": { "activity": "second", "port": "In" } },
              { "source": { "activity": "second", "port": "Approved" }, "target": { "activity": "publish", "port": "In" } },
              { "source": { "activity": "second", "port": "Rejected" }, "target": { "activity": "refuse", "port": "In" } }
            ]
          }
        }
        """;

    [Fact]
    public void Reader_ElsaExport_ReadsEverythingTheProductShows()
    {
        var definition = Flow.Read(Approval);

        Assert.Equal(("approval", 1, "approval-v1", "Approval"), (definition.DefinitionId, definition.Version, definition.VersionId, definition.Name));
        Assert.Equal(new VariableDefinition("v1", "Decision", "String", false, null), definition.Variables.Single() with { Value = null });
        Assert.Equal("Document", definition.Inputs.Single().DisplayName);
        Assert.Equal("chi-thi", definition.CustomProperties["documentType"]!.GetValue<string>());
        Assert.Equal(["flow", "prepare", "first", "between", "second", "publish", "refuse"], definition.AllActivities().Select(a => a.Id));
        var first = definition.Find("first")!;
        Assert.Equal(("Trình ký", new Point(-12.5, 40), new Size(140, 50)), (first.DisplayText, first.Position, first.Size));
        Assert.Equal("Decision", first.Outputs["decision"]);
        Assert.Equal("$.root.activities[1]", first.Path);
        Assert.Null(definition.Find("nobody"));
    }

    [Fact]
    public void Reader_ElsaExport_Runs()
    {
        var begun = Case.Start(Flow.Read(Approval), new JsonObject { ["DocumentId"] = "05-CT/TU" });
        Assert.Equal("05-CT/TU", begun.State.Bookmarks.Single().Payload!["document"]!.GetValue<string>());

        var done = begun.Fire("first").Fire("second");

        Assert.Equal(["prepare", "Approved", "publish"], done.Effects.OfType<Notify>().Select(n => n.Payload["text"]!.GetValue<string>()));
        Assert.Equal(InstanceStatus.Finished, done.State.Status);
    }

    [Fact]
    public void Reader_LineEnds_DoNotChangeTheHash()
    {
        var crlf = Flow.Read(Approval.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(Flow.Read(Approval).Hash, crlf.Hash);
        Assert.Equal(64, crlf.Hash.Length);
        Assert.NotEqual(crlf.Hash, Flow.Read(Approval.Replace("\"publish\"", "\"publish2\"", StringComparison.Ordinal)).Hash);
    }

    [Theory]
    [InlineData("""[ { "source": { "activity": "a", "port": "Approved" }, "target": { "activity": "b", "port": "In" }, "vertices": [] } ]""")]
    [InlineData("""[ { "source": "a", "sourcePort": "Approved", "target": "b", "targetPort": "In" } ]""")]
    [InlineData("""[ { "Source": { "Activity": "a", "Port": "Approved" }, "Target": { "Activity": "b", "Port": "In" } } ]""")]
    [InlineData("""{ "$id": "7", "$values": [ { "source": { "activity": "a", "port": "Approved" }, "target": { "activity": "b" } } ] }""")]
    public void Reader_ConnectionShapes_AreTheSame(string connections) =>
        Assert.Equal([new Connection("a", "Approved", "b")], Minimal(connections).Root.Connections.ToArray());

    [Fact]
    public void Reader_PortMissing_IsDone() =>
        Assert.Equal(
            [new Connection("a", "Done", "b")],
            Flow.Read("""
                { "definitionId": "d", "version": 1, "root": { "id": "f", "type": "Elsa.Flowchart",
                  "activities": { "$values": [ { "id": "a", "type": "Elsa.Start" }, { "id": "b", "type": "Elsa.End" } ] }, "connections": [ { "source": "a", "target": "b" } ] } }
                """).Root.Connections.ToArray());

    [Fact]
    public void Reader_CanStartWorkflow_IsWhereTheFlowchartBegins()
    {
        var definition = Flow.Read("""
            { "definitionId": "d", "version": 1, "root": { "id": "f", "type": "Elsa.Flowchart",
              "activities": [ { "id": "a", "type": "Sample.AwaitApproval" }, { "id": "b", "type": "Sample.AwaitApproval", "customProperties": { "canStartWorkflow": true } } ],
              "connections": [ { "source": "b", "sourcePort": "Rejected", "target": "a" }, { "source": "a", "sourcePort": "Rejected", "target": "b" } ] } }
            """);

        Assert.Equal(["b"], Case.Start(definition).Waiting);
        Assert.Equal("d:1", definition.VersionId);
        Assert.Equal("d", definition.Name);
    }

    private static WorkflowDefinition Minimal(string connections) => Flow.Read($$"""
        { "definitionId": "d", "version": 1, "root": { "id": "f", "type": "Elsa.Flowchart",
          "activities": [ { "id": "a", "type": "Sample.AwaitApproval" }, { "id": "b", "type": "Sample.RecordStep" } ], "connections": {{connections}} } }
        """);
}
