using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>Reads Elsa 3 workflow definitions into checked models.</summary>
public static class DefinitionReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 128 };

    /// <summary>Reads and checks one definition.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="file">Its name, for the problems.</param>
    /// <param name="catalog">The activity kinds it may use.</param>
    public static DefinitionReading Read(string json, string file, ActivityCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(catalog);
        var log = new ReadingLog(file);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var definition = ReadDocument(new JsonView(document.RootElement, "$"), HashOf(json), catalog, log);
            return new DefinitionReading(log.Problems.Count == 0 ? definition : null, log.Problems);
        }
        catch (JsonException e)
        {
            log.Add(
                "$",
                null,
                "json.invalid",
                $"The text is no JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {e.Message}",
                "Correct the JSON; each property may stand once.");
            return new DefinitionReading(null, log.Problems);
        }
    }

    private static WorkflowDefinition? ReadDocument(JsonView document, string hash, ActivityCatalog catalog, ReadingLog log)
    {
        if (!document.IsObject)
        {
            log.Add("$", null, "json.not-object", "The document is no JSON object.", "A definition is one object with \"definitionId\" and \"root\".");
            return null;
        }

        var definitionId = ReadId(document, log);
        var version = ReadVersion(document, log);
        var scope = new VariableReader(log);
        scope.Read(document);
        if (document.Get("root") is not { } rootView)
        {
            log.Add("$.root", null, "definition.root-missing", "The definition has no \"root\" activity.", "Set \"root\" to an activity, usually an \"Elsa.Flowchart\".");
            return null;
        }

        var root = new ActivityReader(catalog, scope, log).Read(rootView);
        if (root is null || log.Problems.Count > 0)
        {
            return null;
        }

        var definition = new WorkflowDefinition
        {
            DefinitionId = definitionId,
            Version = version,
            VersionId = document.Get("id")?.Text ?? $"{definitionId}:{version}",
            Name = document.Get("name")?.Text is { Length: > 0 } name ? name : definitionId,
            Description = document.Get("description")?.Text,
            Hash = hash,
            Variables = [.. scope.Variables],
            Inputs = [.. scope.Inputs],
            CustomProperties = document.Get("customProperties")?.ToNode() as JsonObject ?? [],
            Root = root,
        };
        new FlowChecks(definition.Graph, catalog, log).Run();
        return definition;
    }

    private static string ReadId(JsonView document, ReadingLog log)
    {
        if (document.Get("definitionId")?.Text is { } id && !string.IsNullOrWhiteSpace(id))
        {
            return id;
        }

        log.Add("$.definitionId", null, "definition.id-missing", "The definition has no \"definitionId\".", "Set it to a text that stays the same in all versions.");
        return string.Empty;
    }

    private static int ReadVersion(JsonView document, ReadingLog log)
    {
        if (document.Get("version") is { } view && view.Element.ValueKind == JsonValueKind.Number && view.Element.TryGetInt32(out var version) && version >= 1)
        {
            return version;
        }

        log.Add("$.version", null, "definition.version-invalid", "The definition's \"version\" is no whole number from 1.", "Count versions 1, 2, 3, …");
        return 0;
    }

    private static string HashOf(string json) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(json.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))));
}
