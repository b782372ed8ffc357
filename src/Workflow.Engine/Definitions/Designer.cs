using System.Text.Json;

namespace Workflow.Engine;

/// <summary>What Elsa Studio's canvas keeps with an activity.</summary>
internal static class Designer
{
    internal static string? DisplayText(JsonView activity) => activity.Get("metadata")?.Get("displayText")?.Text;

    internal static Point? Position(JsonView activity) =>
        activity.Get("metadata")?.Get("designer")?.Get("position") is { } p && Number(p, "x") is { } x && Number(p, "y") is { } y ? new Point(x, y) : null;

    internal static Size? Size(JsonView activity) =>
        activity.Get("metadata")?.Get("designer")?.Get("size") is { } s && Number(s, "width") is { } w && Number(s, "height") is { } h ? new Size(w, h) : null;

    private static double? Number(JsonView view, string name) =>
        view.Get(name) is { Element.ValueKind: JsonValueKind.Number } number ? number.Element.GetDouble() : null;
}
