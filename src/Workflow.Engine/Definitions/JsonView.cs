using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>A place in a definition file. Property names are found in any case, lists also in Elsa's <c>{"$values": […]}</c> form.</summary>
internal readonly record struct JsonView(JsonElement Element, string Path)
{
    internal bool IsObject => Element.ValueKind == JsonValueKind.Object;

    internal bool IsNull => Element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    internal bool IsArray => Element.ValueKind == JsonValueKind.Array || (IsObject && Element.TryGetProperty("$values", out _));

    /// <summary>The text; null when it is no text.</summary>
    internal string? Text => Element.ValueKind == JsonValueKind.String ? Element.GetString()!.Normalize() : null;

    /// <summary>The property; null when it is missing or null.</summary>
    internal JsonView? Get(string name)
    {
        foreach (var (key, value) in Properties())
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value.IsNull ? null : value;
            }
        }

        return null;
    }

    internal IEnumerable<(string Name, JsonView Value)> Properties()
    {
        if (!IsObject)
        {
            yield break;
        }

        foreach (var property in Element.EnumerateObject())
        {
            yield return (property.Name, new JsonView(property.Value, $"{Path}.{property.Name}"));
        }
    }

    internal IEnumerable<JsonView> Items()
    {
        if (IsObject && Element.TryGetProperty("$values", out var values))
        {
            return new JsonView(values, Path + ".$values").Items();
        }

        var path = Path;
        return Element.ValueKind == JsonValueKind.Array ? Element.EnumerateArray().Select((e, i) => new JsonView(e, $"{path}[{i}]")) : [];
    }

    internal JsonNode? ToNode() => JsonNode.Parse(Element.GetRawText());
}
