using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>The state of an instance while one transition is being made. The state it began from stays as it is.</summary>
internal sealed class InstanceDraft
{
    private readonly WorkflowState before;
    private readonly List<ActivityInstance> activities;
    private readonly List<Bookmark> bookmarks;
    private readonly HashSet<string> ownedMemories = new(StringComparer.Ordinal);
    private readonly ImmutableArray<HistoryEvent>.Builder history = ImmutableArray.CreateBuilder<HistoryEvent>();
    private readonly List<Effect> effects = [];
    private bool ownsVariables;
    private int nextId;

    internal InstanceDraft(WorkflowState before, DateTime now, string? actorId)
    {
        this.before = before;
        Now = now;
        ActorId = actorId;
        activities = [.. before.Activities];
        bookmarks = [.. before.Bookmarks];
        Scopes = [.. before.Scopes];
        Arrivals = [.. before.Arrivals];
        Variables = before.Variables;
        Status = before.Status;
        nextId = before.NextId;
    }

    internal DateTime Now { get; }

    /// <summary>Who caused the transition; stands at the history events that person caused directly.</summary>
    internal string? ActorId { get; }

    internal InstanceStatus Status { get; set; }

    internal Incident? Incident { get; set; }

    internal JsonObject Inputs => before.Inputs;

    internal JsonObject Variables { get; private set; }

    internal List<ForkScope> Scopes { get; }

    internal List<JoinArrival> Arrivals { get; }

    internal IReadOnlyList<Bookmark> Bookmarks => bookmarks;

    /// <summary>Running activities in the order of their first start.</summary>
    internal IEnumerable<ActivityInstance> Alive => activities.Where(a => a.Status == ActivityStatus.Running);

    internal string NextId(char prefix) => $"{prefix}{nextId++}";

    internal ActivityInstance? AliveRun(string activityId) =>
        activities.Find(a => a.ActivityId == activityId) is { Status: ActivityStatus.Running } run ? run : null;

    internal ActivityInstance StartRun(string activityId, string? scope)
    {
        var index = activities.FindIndex(a => a.ActivityId == activityId);
        var runs = index < 0 ? 1 : activities[index].Runs + 1;
        var run = new ActivityInstance(NextId('a'), activityId, ActivityStatus.Running, null, Now, null, runs, scope, null);
        if (index < 0)
        {
            activities.Add(run);
        }
        else
        {
            activities[index] = run;
        }

        Record(HistoryKind.ActivityStarted, run);
        return run;
    }

    /// <summary>Ends a run: its bookmarks are withdrawn, what it kept is forgotten.</summary>
    internal void EndRun(ActivityInstance run, ActivityStatus status, string? outcome, string? reason = null)
    {
        foreach (var bookmark in BookmarksOf(run.Id))
        {
            RemoveBookmark(bookmark.Id);
        }

        Replace(run.ActivityId, r => r with { Status = status, Outcome = outcome, CompletedAt = Now, Scope = null, Memory = null });
        if (status != ActivityStatus.Faulted)
        {
            Record(
                status == ActivityStatus.Completed ? HistoryKind.ActivityCompleted : HistoryKind.ActivityCancelled,
                run,
                outcome,
                reason is null ? null : new JsonObject { ["reason"] = reason });
        }
    }

    internal JsonObject MemoryOf(string activityId)
    {
        var memory = activities.Find(a => a.ActivityId == activityId)!.Memory;
        if (memory is not null && ownedMemories.Contains(activityId))
        {
            return memory;
        }

        ownedMemories.Add(activityId);
        var own = (JsonObject?)memory?.DeepClone() ?? [];
        Replace(activityId, r => r with { Memory = own });
        return own;
    }

    internal void SetVariable(string name, JsonNode? value)
    {
        if (!ownsVariables)
        {
            Variables = (JsonObject)Variables.DeepClone();
            ownsVariables = true;
        }

        Variables[name] = value?.DeepClone();
    }

    internal IReadOnlyList<Bookmark> BookmarksOf(string runId) => bookmarks.FindAll(b => b.ActivityInstanceId == runId);

    internal Bookmark AddBookmark(BookmarkKind kind, string name, string activityId, string runId, JsonObject? payload, DateTime? dueAt)
    {
        var bookmark = new Bookmark(
            NextId('b'), kind, name, activityId, runId, (JsonObject?)payload?.DeepClone(), dueAt is { } due ? Moment.Utc(due, nameof(dueAt)) : null);
        bookmarks.Add(bookmark);
        if (kind == BookmarkKind.WorkItem)
        {
            effects.Add(new OfferWorkItem(bookmark));
        }
        else if (kind == BookmarkKind.Timer)
        {
            effects.Add(new StartTimer(bookmark));
        }

        return bookmark;
    }

    /// <summary>Takes a fired bookmark away; nobody needs to be told.</summary>
    internal void Consume(Bookmark bookmark) => bookmarks.RemoveAll(b => b.Id == bookmark.Id);

    internal void RemoveBookmark(string id)
    {
        var index = bookmarks.FindIndex(b => b.Id == id);
        if (index < 0)
        {
            return;
        }

        var kind = bookmarks[index].Kind;
        bookmarks.RemoveAt(index);
        var unheardOf = effects.RemoveAll(e => e is OfferWorkItem o && o.Bookmark.Id == id || e is StartTimer t && t.Bookmark.Id == id) > 0;
        if (!unheardOf && kind != BookmarkKind.Event)
        {
            effects.Add(kind == BookmarkKind.Timer ? new CancelTimer(id) : new WithdrawWorkItem(id));
        }
    }

    internal void AddEffect(Effect effect) => effects.Add(effect);

    internal void Record(string kind, ActivityInstance? run, string? outcome = null, JsonObject? detail = null, bool byActor = false) =>
        history.Add(new HistoryEvent(
            before.NextHistoryNo + history.Count, Now, kind, run?.ActivityId, run?.Id, outcome, byActor ? ActorId : null, detail));

    internal Transition ToTransition()
    {
        var state = before with
        {
            Status = Status,
            Variables = Variables,
            Activities = activities.ToArray(),
            Bookmarks = bookmarks.ToArray(),
            Scopes = Scopes.ToArray(),
            Arrivals = Arrivals.ToArray(),
            Incident = Incident,
            NextId = nextId,
            NextHistoryNo = before.NextHistoryNo + history.Count,
        };
        return new Transition(state, history.ToImmutable(), [.. effects]);
    }

    private void Replace(string activityId, Func<ActivityInstance, ActivityInstance> change)
    {
        var index = activities.FindIndex(a => a.ActivityId == activityId);
        activities[index] = change(activities[index]);
    }
}
