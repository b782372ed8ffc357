using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>What an activity kind sees and may do while it starts or resumes. Valid during that call only.</summary>
public sealed class StepContext
{
    private readonly InstanceDraft draft;

    internal StepContext(WorkflowDefinition definition, Activity activity, string activityInstanceId, InstanceDraft draft)
    {
        Definition = definition;
        Activity = activity;
        ActivityInstanceId = activityInstanceId;
        this.draft = draft;
    }

    /// <summary>The definition the instance runs.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>The activity in the definition.</summary>
    public Activity Activity { get; }

    /// <summary>This run of the activity.</summary>
    public string ActivityInstanceId { get; }

    /// <summary>The moment of this transition, UTC; the same for every activity in it.</summary>
    public DateTime Now => draft.Now;

    /// <summary>What this run keeps for itself from one call to the next. Gone once the activity is over.</summary>
    public JsonObject Memory => draft.MemoryOf(Activity.Id);

    /// <summary>What this run waits for.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => draft.BookmarksOf(ActivityInstanceId);

    /// <summary>The value of an input; the type's default when the definition does not set it or its value is null.</summary>
    /// <remarks>A value that cannot be had (a script fails, a text is no number) ends the call and faults the instance with the reason.</remarks>
    public T? Input<T>(string name) =>
        Activity.Inputs.TryGetValue(name, out var value) ? InputConversion.To<T>(ValueOf(value), Activity.Id, name) : default;

    /// <summary>The value a variable has now; null when it has none. The node is the caller's own.</summary>
    /// <exception cref="ArgumentException">The definition has no such variable.</exception>
    public JsonNode? GetVariable(string name)
    {
        RequireVariable(name);
        return draft.Variables[name]?.DeepClone();
    }

    /// <summary>Gives a variable a value.</summary>
    /// <exception cref="ArgumentException">The definition has no such variable.</exception>
    public void SetVariable(string name, JsonNode? value)
    {
        RequireVariable(name);
        draft.SetVariable(name, value);
    }

    /// <summary>Gives the variable that the definition binds to this output a value; does nothing when it binds none.</summary>
    public void SetOutput(string name, JsonNode? value)
    {
        if (Activity.Outputs.TryGetValue(name, out var variable))
        {
            draft.SetVariable(variable, value);
        }
    }

    /// <summary>Offers work to people.</summary>
    /// <param name="kind">The kind of work item.</param>
    /// <param name="payload">What the caller needs in order to find and show it.</param>
    /// <param name="dueAt">Its deadline, UTC, for people to see; the engine does not act on it.</param>
    public Bookmark Offer(string kind, JsonObject payload, DateTime? dueAt = null) =>
        draft.AddBookmark(BookmarkKind.WorkItem, kind, Activity.Id, ActivityInstanceId, payload, dueAt);

    /// <summary>Waits until a moment.</summary>
    /// <param name="name">The timer's name; the stimulus that fires it may bear any.</param>
    /// <param name="dueAt">UTC. It does not fire before.</param>
    public Bookmark Timer(string name, DateTime dueAt) =>
        draft.AddBookmark(BookmarkKind.Timer, name, Activity.Id, ActivityInstanceId, null, dueAt);

    /// <summary>Waits for a named event.</summary>
    public Bookmark Await(string eventName, JsonObject? payload = null) =>
        draft.AddBookmark(BookmarkKind.Event, eventName, Activity.Id, ActivityInstanceId, payload, null);

    /// <summary>No longer waits for this bookmark of this run.</summary>
    /// <exception cref="ArgumentException">It belongs to another run.</exception>
    public void Withdraw(Bookmark b)
    {
        ArgumentNullException.ThrowIfNull(b);
        if (b.ActivityInstanceId != ActivityInstanceId)
        {
            throw new ArgumentException($"Bookmark \"{b.Id}\" belongs to run \"{b.ActivityInstanceId}\", not to \"{ActivityInstanceId}\".", nameof(b));
        }

        draft.RemoveBookmark(b.Id);
    }

    /// <summary>Tells the outside something, without waiting.</summary>
    public void Notify(string name, JsonObject payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        draft.AddEffect(new Notify(name, Activity.Id, (JsonObject)payload.DeepClone()));
    }

    internal JsonNode? ValueOf(InputValue value) => ExpressionEvaluator.Evaluate(value, draft.Variables, draft.Inputs, Activity.Id);

    private void RequireVariable(string name)
    {
        if (!Definition.Variables.Any(v => v.Name == name))
        {
            throw new ArgumentException($"Definition \"{Definition.DefinitionId}\" has no variable \"{name}\".", nameof(name));
        }
    }
}
