using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Workflow.Engine;

/// <summary>One activity of a definition.</summary>
public sealed record Activity
{
    /// <summary>Unique in the definition.</summary>
    public required string Id { get; init; }

    /// <summary>Elsa's type name, e.g. <c>Elsa.Flowchart</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Where in the file it stands, e.g. <c>$.root.activities[2]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What a picture shows (<c>metadata.displayText</c>); null when the file has none.</summary>
    public string? DisplayText { get; init; }

    /// <summary>Upper left corner on the designer's canvas, in its pixels; null when the file has none.</summary>
    public Point? Position { get; init; }

    /// <summary>Size on the designer's canvas, in its pixels; null when the file has none.</summary>
    public Size? Size { get; init; }

    /// <summary>Whether <c>customProperties.canStartWorkflow</c> is set: it is where its flowchart begins.</summary>
    public bool CanStart { get; init; }

    /// <summary>Inputs by name in camel case; an input that the file does not set is missing here.</summary>
    public IReadOnlyDictionary<string, InputValue> Inputs { get; init; } = ReadOnlyDictionary<string, InputValue>.Empty;

    /// <summary>Names of the variables that take the activity's outputs, by output name in camel case.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Inner activities: of a flowchart or sequence in the file's order, of an <c>Elsa.If</c> those of <see cref="Branches"/>.</summary>
    public ImmutableArray<Activity> Children { get; init; } = [];

    /// <summary>Inner activities that have a name, such as <c>then</c> and <c>else</c>.</summary>
    public IReadOnlyDictionary<string, Activity> Branches { get; init; } = ReadOnlyDictionary<string, Activity>.Empty;

    /// <summary>Connections between the children of a flowchart.</summary>
    public ImmutableArray<Connection> Connections { get; init; } = [];

    /// <summary>Cases of an <c>Elsa.FlowSwitch</c>, in the order they are tried.</summary>
    public ImmutableArray<SwitchCase> Cases { get; init; } = [];

    /// <summary>This activity and everything in it, outer before inner.</summary>
    public IEnumerable<Activity> WithDescendants() => Children.SelectMany(c => c.WithDescendants()).Prepend(this);
}

/// <summary>A way from an activity's outcome to the next activity.</summary>
/// <param name="Source">Id of the activity that completes.</param>
/// <param name="Port">Its outcome; <c>Done</c> when the file names none.</param>
/// <param name="Target">Id of the activity that begins.</param>
public sealed record Connection(string Source, string Port, string Target)
{
    /// <summary>How a join remembers the connection.</summary>
    internal string Via => $"{Source}:{Port}";
}

/// <summary>A case of a switch.</summary>
/// <param name="Label">Its outcome.</param>
/// <param name="Condition">A Boolean.</param>
public sealed record SwitchCase(string Label, InputValue Condition);

/// <summary>A place on the designer's canvas.</summary>
/// <param name="X">Pixels from the left.</param>
/// <param name="Y">Pixels from the top.</param>
public readonly record struct Point(double X, double Y);

/// <summary>A size on the designer's canvas.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public readonly record struct Size(double Width, double Height);
