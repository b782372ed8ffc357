using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>Reads what expressions may refer to: the definition's inputs, its variables and those of its containers.</summary>
internal sealed class VariableReader(ReadingLog log)
{
    private readonly Dictionary<string, VariableDefinition> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VariableDefinition> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InputDefinition> inputs = new(StringComparer.Ordinal);

    internal IEnumerable<VariableDefinition> Variables => byName.Values;

    internal IEnumerable<InputDefinition> Inputs => inputs.Values;

    internal VariableDefinition? FindVariable(string? id, string? name) =>
        id is not null && byId.TryGetValue(id, out var known) ? known : name is not null ? byName.GetValueOrDefault(name) : null;

    internal bool HasInput(string name) => inputs.ContainsKey(name);

    internal void Read(JsonView document)
    {
        foreach (var view in document.Get("inputs")?.Items() ?? [])
        {
            ReadInput(view);
        }

        ReadVariables(document);
        if (document.Get("root") is { } root)
        {
            ReadInner(root);
        }
    }

    private void ReadInner(JsonView view)
    {
        if (view.IsObject && view.Get("type")?.Text is not null)
        {
            ReadVariables(view);
        }

        foreach (var (_, value) in view.Properties())
        {
            ReadInner(value);
        }

        foreach (var item in view.Element.ValueKind == JsonValueKind.Array ? view.Items() : [])
        {
            ReadInner(item);
        }
    }

    private void ReadVariables(JsonView holder)
    {
        foreach (var view in holder.Get("variables")?.Items() ?? [])
        {
            ReadVariable(view);
        }
    }

    private void ReadInput(JsonView view)
    {
        if (view.Get("name")?.Text is not { } name || string.IsNullOrWhiteSpace(name))
        {
            log.Add(view.Path + ".name", null, "input-definition.name-missing", "An input has no name.", "Set \"name\".");
            return;
        }

        var input = new InputDefinition(
            name, view.Get("type")?.Text ?? "Object", IsTrue(view, "isArray"), view.Get("displayName")?.Text, view.Get("description")?.Text);
        if (!inputs.TryAdd(name, input))
        {
            log.Add(view.Path + ".name", null, "input-definition.duplicate", $"A second input is named \"{name}\".", "Give each input its own name.");
        }
    }

    private void ReadVariable(JsonView view)
    {
        if (view.Get("name")?.Text is not { } name || string.IsNullOrWhiteSpace(name))
        {
            log.Add(view.Path + ".name", null, "variable.name-missing", "A variable has no name.", "Set \"name\".");
            return;
        }

        var id = view.Get("id")?.Text ?? name;
        var type = view.Get("typeName")?.Text ?? "Object";
        var variable = new VariableDefinition(id, name, type, IsTrue(view, "isArray"), ReadValue(view, name, type));
        if (!byName.TryAdd(name, variable))
        {
            log.Add(view.Path + ".name", null, "variable.duplicate", $"A second variable is named \"{name}\".", "Give each variable its own name, across all containers.");
        }
        else if (!byId.TryAdd(id, variable))
        {
            log.Add(view.Path + ".id", null, "variable.id-duplicate", $"A second variable has the id \"{id}\".", "Give each variable its own id.");
        }
    }

    private JsonNode? ReadValue(JsonView view, string name, string type)
    {
        if (view.Get("value") is not { } value)
        {
            return null;
        }

        if (value.Text is not { } text)
        {
            return value.ToNode();
        }

        try
        {
            return FromText(text, IsTrue(view, "isArray") ? "Object" : type);
        }
        catch (Exception e) when (e is FormatException or OverflowException or JsonException)
        {
            log.Add(
                value.Path,
                null,
                "variable.value-invalid",
                $"The value \"{text}\" of variable \"{name}\" cannot be read as {type}: {e.Message}",
                "Write a text of that type; lists and objects as JSON.");
            return null;
        }
    }

    /// <summary>Elsa stores every initial value as text.</summary>
    private static JsonNode? FromText(string text, string type) => type switch
    {
        _ when text.Length == 0 => type == "String" ? JsonValue.Create(text) : null,
        "Boolean" => JsonValue.Create(bool.Parse(text)),
        "Int16" or "Int32" or "Int64" or "Long" => JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture)),
        "Single" or "Double" => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        "Decimal" => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        "Object" or "JSON" or "JsonElement" or "JsonNode" or "JsonObject" or "StringDictionary" or "ObjectDictionary" or "StringMap" or "ObjectMap"
            => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };

    private static bool IsTrue(JsonView view, string name) => view.Get(name)?.Element.ValueKind == JsonValueKind.True;
}
