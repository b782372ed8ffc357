using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Engine;

[JsonSerializable(typeof(WorkflowState))]
internal sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>Vietnamese stays readable in the database, hence the relaxed encoder; the text is never put into a page unescaped.</summary>
    internal static StateJson Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<InstanceStatus>(),
            new JsonStringEnumConverter<ActivityStatus>(),
            new JsonStringEnumConverter<BookmarkKind>(),
        },
    });
}
