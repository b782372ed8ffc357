using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflow.Engine;

/// <summary>Turns a value from a definition, a variable or a script into what an activity kind asks for.</summary>
internal static partial class InputConversion
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web);

    internal static T? To<T>(JsonNode? node, string activityId, string name)
    {
        if (node is null)
        {
            return default;
        }

        try
        {
            return (T?)Convert(node, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or OverflowException)
        {
            throw new ValueFault(
                "input.invalid",
                $"Input \"{name}\" of activity \"{activityId}\" cannot be read as {typeof(T).Name}: {node.ToJsonString()}. {e.Message}",
                e);
        }
    }

    /// <summary>Reads Elsa's duration: <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c>, nothing else.</summary>
    /// <exception cref="FormatException">It is anything else; in particular <c>72:00:00</c>, which .NET would take for 72 days.</exception>
    internal static TimeSpan ToDuration(string text)
    {
        var match = DurationPattern().Match(text);
        if (match.Success && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero)
        {
            return span;
        }

        throw new FormatException($"\"{text}\" is no duration; write hours below 24 as \"hh:mm:ss\" and longer ones as \"days.hh:mm:ss\".");
    }

    /// <summary>Reads an ISO 8601 moment; without an offset it is taken as UTC.</summary>
    internal static DateTime ToMoment(string text) => DateTime.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static object? Convert(JsonNode node, Type type)
    {
        if (type.IsAssignableFrom(node.GetType()))
        {
            return node.DeepClone();
        }

        var text = (node as JsonValue)?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
        if (type == typeof(string))
        {
            return text ?? node.ToJsonString();
        }

        if (type == typeof(TimeSpan))
        {
            return ToDuration(text ?? throw new FormatException("A duration is a text."));
        }

        if (type == typeof(DateTime))
        {
            return ToMoment(text ?? throw new FormatException("A moment is a text."));
        }

        return text is null ? node.Deserialize(type, Lenient) : FromText(text, type);
    }

    private static object? FromText(string text, Type type)
    {
        var plain = text.Trim();
        if (type == typeof(bool))
        {
            return bool.Parse(plain);
        }

        if (type.IsEnum)
        {
            return Enum.TryParse(type, plain, ignoreCase: true, out var value) ? value : throw new FormatException($"No such value of {type.Name}.");
        }

        return type.IsPrimitive || type == typeof(decimal)
            ? System.Convert.ChangeType(plain, type, CultureInfo.InvariantCulture)
            : JsonSerializer.Deserialize(plain, type, Lenient);
    }

    [GeneratedRegex(@"^(\d+\.)?\d\d:\d\d:\d\d(\.\d{1,7})?$", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}
