using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>Either a <see cref="Transition"/> or an <see cref="EngineRefusal"/>.</summary>
public abstract record EngineResult;

/// <summary>One step of an instance: everything in it is to be stored together, or none of it.</summary>
/// <param name="State">The new state.</param>
/// <param name="History">What happened, in order; numbers go on from the earlier transitions without a hole.</param>
/// <param name="Effects">What is to be done, in order.</param>
public sealed record Transition(WorkflowState State, ImmutableArray<HistoryEvent> History, ImmutableArray<Effect> Effects) : EngineResult;

/// <summary>An expected "no". Nothing changed.</summary>
/// <param name="Code">Stable code: <c>bookmark.gone</c>, <c>definition.mismatch</c>, <c>instance.over</c>, <c>event.not-awaited</c>,
/// <c>timer.not-due</c>, <c>guard.unmet</c>, <c>stimulus.unknown</c>, <c>input.invalid</c> or
/// <c>expression.failed</c> when a guard could not read its data, or one an activity chose.</param>
/// <param name="Vietnamese">The sentence a clerk reads.</param>
/// <param name="English">The same in English.</param>
/// <param name="Unmet">Every guard that did not hold; empty for other refusals.</param>
public sealed record EngineRefusal(string Code, string Vietnamese, string English, IReadOnlyList<Guard> Unmet) : EngineResult;

/// <summary>One entry of an instance's history.</summary>
/// <param name="No">1, 2, 3, … within the instance.</param>
/// <param name="At">UTC.</param>
/// <param name="Kind">One of the constants of <see cref="HistoryKind"/>.</param>
/// <param name="ActivityId">The activity in the definition; null for events of the whole instance.</param>
/// <param name="ActivityInstanceId">The run of that activity.</param>
/// <param name="Outcome">The outcome, or the stimulus' name; null when there is none.</param>
/// <param name="ActorId">Who caused it; null for the clock and for what follows by itself.</param>
/// <param name="Detail">More, depending on the kind.</param>
public sealed record HistoryEvent(
    int No,
    DateTime At,
    string Kind,
    string? ActivityId,
    string? ActivityInstanceId,
    string? Outcome,
    string? ActorId,
    JsonObject? Detail);

/// <summary>The kinds of history event.</summary>
public static class HistoryKind
{
    /// <summary>The instance began; the detail holds the inputs.</summary>
    public const string Started = "Started";

    /// <summary>A run of an activity began.</summary>
    public const string ActivityStarted = "ActivityStarted";

    /// <summary>A run of an activity completed with its outcome; several outcomes are joined by a comma.</summary>
    public const string ActivityCompleted = "ActivityCompleted";

    /// <summary>A bookmark was fired; the outcome is the stimulus' name, the detail holds the bookmark and what came with it.</summary>
    public const string BookmarkFired = "BookmarkFired";

    /// <summary>A run of an activity was ended from outside it; the detail holds the reason.</summary>
    public const string ActivityCancelled = "ActivityCancelled";

    /// <summary>The instance reached its end.</summary>
    public const string Finished = "Finished";

    /// <summary>The instance cannot go on; the detail holds code and message.</summary>
    public const string Faulted = "Faulted";

    /// <summary>The instance was cancelled by a person; the detail holds the reason.</summary>
    public const string Cancelled = "Cancelled";
}
