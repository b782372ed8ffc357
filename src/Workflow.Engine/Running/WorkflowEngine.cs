using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>
/// Runs checked definitions. Pure: the same arguments always give the same result, nothing outside is read or changed,
/// and no argument is modified. Safe on any number of threads.
/// </summary>
public sealed class WorkflowEngine(ActivityCatalog catalog)
{
    /// <summary>Begins an instance.</summary>
    /// <param name="d">The definition, read with this engine's catalog.</param>
    /// <param name="inputs">Values by input name; what is not given is null.</param>
    /// <param name="now">UTC.</param>
    public Transition Start(WorkflowDefinition d, JsonObject inputs, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(inputs);
        var draft = new InstanceDraft(Blank(d, (JsonObject)inputs.DeepClone()), Moment.Utc(now, nameof(now)), null);
        draft.Record(HistoryKind.Started, null, detail: new JsonObject { ["inputs"] = inputs.DeepClone() });
        new Burst(d, catalog, draft).Begin();
        return draft.ToTransition();
    }

    /// <summary>Fires one bookmark.</summary>
    /// <param name="d">The definition the instance was started with.</param>
    /// <param name="s">The instance's state.</param>
    /// <param name="stimulus">What happened.</param>
    /// <param name="now">UTC.</param>
    public EngineResult Resume(WorkflowDefinition d, WorkflowState s, Stimulus stimulus, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(stimulus);
        if (Preliminary(d, s) is { } refusal)
        {
            return refusal;
        }

        var draft = new InstanceDraft(s, Moment.Utc(now, nameof(now)), stimulus.ActorId);
        return Fire(new Burst(d, catalog, draft), d, draft, stimulus) ?? (EngineResult)draft.ToTransition();
    }

    /// <summary>Fires every bookmark that waits for a named event, in the order they were made.</summary>
    /// <param name="d">The definition the instance was started with.</param>
    /// <param name="s">The instance's state.</param>
    /// <param name="eventName">The event.</param>
    /// <param name="input">What came with it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="actorId">Who caused it.</param>
    /// <returns>A refusal when nothing waits for it, or as soon as one of the activities refuses; then none was fired.</returns>
    public EngineResult Raise(WorkflowDefinition d, WorkflowState s, string eventName, JsonObject? input, DateTime now, string? actorId = null)
    {
        if (Preliminary(d, s) is { } refusal)
        {
            return refusal;
        }

        var waiting = s.Bookmarks.Where(b => b.Kind == BookmarkKind.Event && b.Name == eventName).ToList();
        if (waiting.Count == 0)
        {
            return Refusals.EventNotAwaited(eventName);
        }

        var draft = new InstanceDraft(s, Moment.Utc(now, nameof(now)), actorId);
        foreach (var bookmark in waiting)
        {
            // An earlier one may have ended the branch this one waited in.
            var gone = draft.Status != InstanceStatus.Running || draft.Bookmarks.All(b => b.Id != bookmark.Id);
            if (!gone && Fire(new Burst(d, catalog, draft), d, draft, new Stimulus(bookmark.Id, eventName, actorId, input)) is { } refused)
            {
                return refused;
            }
        }

        return draft.ToTransition();
    }

    /// <summary>Ends an instance before its time.</summary>
    /// <param name="d">The definition the instance was started with.</param>
    /// <param name="s">The instance's state.</param>
    /// <param name="now">UTC.</param>
    /// <param name="actorId">Who ends it.</param>
    /// <param name="reason">Why; stands in the history.</param>
    public EngineResult Cancel(WorkflowDefinition d, WorkflowState s, DateTime now, string? actorId, string reason)
    {
        if (Preliminary(d, s) is { } refusal)
        {
            return refusal;
        }

        var draft = new InstanceDraft(s, Moment.Utc(now, nameof(now)), actorId);
        new Burst(d, catalog, draft).Cancel(reason);
        return draft.ToTransition();
    }

    private static EngineRefusal? Preliminary(WorkflowDefinition d, WorkflowState s)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(s);
        if (d.Hash != s.DefinitionHash)
        {
            return Refusals.DefinitionMismatch(d, s);
        }

        return s.Status == InstanceStatus.Running ? null : Refusals.InstanceOver(s.Status);
    }

    private EngineRefusal? Fire(Burst burst, WorkflowDefinition d, InstanceDraft draft, Stimulus stimulus)
    {
        if (draft.Bookmarks.FirstOrDefault(b => b.Id == stimulus.BookmarkId) is not { } bookmark)
        {
            return Refusals.BookmarkGone(stimulus.BookmarkId);
        }

        if (bookmark.Kind == BookmarkKind.Timer && bookmark.DueAt > draft.Now)
        {
            return Refusals.TimerNotDue(bookmark);
        }

        var node = d.Graph.Get(bookmark.ActivityId);
        var context = burst.ContextOf(node, draft.AliveRun(bookmark.ActivityId)!);
        try
        {
            var unmet = catalog.Get(node.Activity).Guards.Where(g => !g.Holds(context, stimulus)).ToList();
            return unmet.Count > 0 ? Refusals.GuardUnmet(unmet) : burst.Fire(bookmark, stimulus);
        }
        catch (ValueFault fault)
        {
            // Only a guard gets here: what the activity itself cannot read is a fault of the instance.
            return Refusals.GuardUnreadable(fault);
        }
    }

    private static WorkflowState Blank(WorkflowDefinition d, JsonObject inputs) => new()
    {
        Format = WorkflowState.CurrentFormat,
        DefinitionId = d.DefinitionId,
        Version = d.Version,
        DefinitionHash = d.Hash,
        Status = InstanceStatus.Running,
        Inputs = inputs,
        Variables = new JsonObject(d.Variables.Select(v => KeyValuePair.Create(v.Name, v.Value?.DeepClone()))),
        Activities = [],
        Bookmarks = [],
        Scopes = [],
        Arrivals = [],
        NextId = 1,
        NextHistoryNo = 1,
    };
}
