using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>Where an instance as a whole stands.</summary>
public enum InstanceStatus
{
    /// <summary>Waits for at least one bookmark.</summary>
    Running,

    /// <summary>Reached its end.</summary>
    Finished,

    /// <summary>Cannot go on; <see cref="WorkflowState.Incident"/> says why.</summary>
    Faulted,

    /// <summary>Cancelled by a person.</summary>
    Cancelled,
}

/// <summary>Where one run of an activity stands.</summary>
public enum ActivityStatus
{
    /// <summary>Waiting, or holding activities that wait.</summary>
    Running,

    /// <summary>Completed with an outcome.</summary>
    Completed,

    /// <summary>Ended from outside it.</summary>
    Cancelled,

    /// <summary>It is why the instance cannot go on.</summary>
    Faulted,
}

/// <summary>The latest run of an activity. There is never more than one running at a time.</summary>
/// <param name="Id">Unique in the instance, e.g. <c>a3</c>.</param>
/// <param name="ActivityId">The activity in the definition.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Outcome">Its outcome once completed.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="CompletedAt">UTC; null while running.</param>
/// <param name="Runs">How many times the activity began, this time included.</param>
/// <param name="Scope">The fork scope it runs in; null outside every fork. Kept while running only.</param>
/// <param name="Memory">What the activity keeps for itself. Kept while running only.</param>
public sealed record ActivityInstance(
    string Id,
    string ActivityId,
    ActivityStatus Status,
    string? Outcome,
    DateTime StartedAt,
    DateTime? CompletedAt,
    int Runs,
    string? Scope,
    JsonObject? Memory);

/// <summary>One round of a fork whose branches are not all over.</summary>
/// <param name="Id">Unique in the instance, e.g. <c>s5</c>.</param>
/// <param name="Fork">The activity that forked.</param>
/// <param name="Parent">The scope the fork itself ran in; null outside every fork.</param>
/// <param name="Fired">Joins that already went on for this round; later arrivals there end.</param>
public sealed record ForkScope(string Id, string Fork, string? Parent, IReadOnlyList<string> Fired);

/// <summary>A token that waits at a join for the others.</summary>
/// <param name="Join">The join.</param>
/// <param name="Via">The inbound connection, as <c>source:port</c>.</param>
/// <param name="Scope">The scope the token came with.</param>
/// <param name="Group">The scope whose tokens the join brings together.</param>
public sealed record JoinArrival(string Join, string Via, string? Scope, string? Group);

/// <summary>Why an instance cannot go on.</summary>
/// <param name="Code">Stable code, e.g. <c>join.starved</c>, <c>expression.failed</c>, <c>nothing-awaited</c>, <c>spin</c>.</param>
/// <param name="Message">What happened, in English, naming activities by id.</param>
/// <param name="ActivityId">The activity it happened at.</param>
public sealed record Incident(string Code, string Message, string? ActivityId);

/// <summary>Everything the engine knows of an instance. Never changed in place: each transition holds a new one.</summary>
public sealed record WorkflowState
{
    /// <summary>The form of the stored text this build writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The form of the stored text; <see cref="CurrentFormat"/>.</summary>
    public required int Format { get; init; }

    /// <summary>The definition it runs.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The version of that definition, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The hash of that version; another text under the same version is refused.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>Where it stands.</summary>
    public required InstanceStatus Status { get; init; }

    /// <summary>What it was started with; treat as read-only.</summary>
    public required JsonObject Inputs { get; init; }

    /// <summary>Variable values by name; treat as read-only.</summary>
    public required JsonObject Variables { get; init; }

    /// <summary>The latest run of each activity that ever ran, in the order of their first start.</summary>
    public required IReadOnlyList<ActivityInstance> Activities { get; init; }

    /// <summary>What it waits for.</summary>
    public required IReadOnlyList<Bookmark> Bookmarks { get; init; }

    /// <summary>Open rounds of forks.</summary>
    public required IReadOnlyList<ForkScope> Scopes { get; init; }

    /// <summary>Tokens waiting at joins.</summary>
    public required IReadOnlyList<JoinArrival> Arrivals { get; init; }

    /// <summary>Why it cannot go on; null unless faulted.</summary>
    public Incident? Incident { get; init; }

    /// <summary>The number the next activity run, bookmark or scope gets.</summary>
    public required int NextId { get; init; }

    /// <summary>The number the next history event gets.</summary>
    public required int NextHistoryNo { get; init; }

    /// <summary>The state as JSON text; the same state always gives the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Stored.WorkflowState);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no state, or of a form this build does not know.</exception>
    public static WorkflowState FromJson(string json)
    {
        var state = JsonSerializer.Deserialize(json, StateJson.Stored.WorkflowState) ?? throw new JsonException("The text is null, not a workflow state.");
        return state.Format == CurrentFormat
            ? state
            : throw new JsonException($"The state has form {state.Format}; this build reads form {CurrentFormat}.");
    }
}
