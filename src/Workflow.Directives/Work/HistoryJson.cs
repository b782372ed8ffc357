using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Engine;

namespace Workflow.Directives.Work;

/// <summary>The engine's history events as they are stored: JSON with Vietnamese letters as they are.</summary>
[JsonSerializable(typeof(ImmutableArray<HistoryEvent>))]
public sealed partial class HistoryJson : JsonSerializerContext
{
    private static readonly HistoryJson Stored = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes the events of one transition.</summary>
    /// <param name="events">In order.</param>
    public static string Write(ImmutableArray<HistoryEvent> events) => JsonSerializer.Serialize(events, Stored.ImmutableArrayHistoryEvent);

    /// <summary>Reads the events of one transition.</summary>
    /// <param name="json">As written.</param>
    public static ImmutableArray<HistoryEvent> Read(string json) => JsonSerializer.Deserialize(json, Stored.ImmutableArrayHistoryEvent);
}
