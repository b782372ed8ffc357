using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>What fires a bookmark.</summary>
public enum BookmarkKind
{
    /// <summary>A person, through a work item.</summary>
    WorkItem,

    /// <summary>The passing of time; <see cref="Bookmark.DueAt"/> is set.</summary>
    Timer,

    /// <summary>A named event, raised by <see cref="WorkflowEngine.Raise"/> or by its id.</summary>
    Event,
}

/// <summary>A place where a running activity waits. Fired at most once; afterwards its id is unknown for ever.</summary>
/// <param name="Id">Unique in the instance, e.g. <c>b7</c>.</param>
/// <param name="Kind">What fires it.</param>
/// <param name="Name">The kind of work item, the timer's name or the event's name.</param>
/// <param name="ActivityId">The activity in the definition.</param>
/// <param name="ActivityInstanceId">The run of that activity, e.g. <c>a3</c>.</param>
/// <param name="Payload">What the activity said about it; treat as read-only.</param>
/// <param name="DueAt">UTC. For a timer the moment before which it may not fire; for a work item its deadline, which the engine does not act on.</param>
public sealed record Bookmark(
    string Id,
    BookmarkKind Kind,
    string Name,
    string ActivityId,
    string ActivityInstanceId,
    JsonObject? Payload,
    DateTime? DueAt);

/// <summary>Something that happened outside and fires one bookmark.</summary>
/// <param name="BookmarkId">Which bookmark.</param>
/// <param name="Name">What happened, in the activity's words, e.g. <c>Approved</c>.</param>
/// <param name="ActorId">Who did it; null for the clock and for other systems.</param>
/// <param name="Input">What came with it; copied into the history event.</param>
/// <param name="Facts">Whatever the guards need to judge; never stored.</param>
public sealed record Stimulus(string BookmarkId, string Name, string? ActorId, JsonObject? Input = null, object? Facts = null);
