using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

/// <summary>A whole document as comparable text, without what a rewritten text may change: line numbers and what was left out.</summary>
internal static class ReadingComparison
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, IncludeFields = true };

    internal static string Of(DirectiveDocument read)
    {
        var kept = read with { ArrivalStamps = [], Watermarks = [], Parts = [], Unrecognised = [] };
        var json = JsonSerializer.SerializeToNode(kept, Options)!;
        RemoveLines(json);
        return json.ToJsonString(Options);
    }

    private static void RemoveLines(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            fields.Remove("Line");
        }

        var children = node switch
        {
            JsonObject inner => inner.Select(pair => pair.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            RemoveLines(child);
        }
    }
}
