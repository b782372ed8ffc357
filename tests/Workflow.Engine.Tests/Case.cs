using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests;

/// <summary>An instance under test. Immutable: each act gives a new one, so that a test can branch into every order of acts.</summary>
internal sealed record Case(WorkflowDefinition Definition, WorkflowState State, Transition Last, IReadOnlyList<Effect> Effects, IReadOnlyList<HistoryEvent> History)
{
    internal static readonly DateTime Morning = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    internal static readonly WorkflowEngine Engine = new(Flow.Catalog);

    internal IEnumerable<string> Waiting => State.Bookmarks.Select(b => b.ActivityId);

    internal IEnumerable<string> Recorded => Effects.OfType<Notify>().Where(n => n.Name == "recorded").Select(n => n.ActivityId);

    internal static Case Start(WorkflowDefinition definition, JsonObject? inputs = null)
    {
        var begun = Engine.Start(definition, inputs ?? [], Morning);
        return new Case(definition, begun.State, begun, [.. begun.Effects], [.. begun.History]);
    }

    internal static Case Start(Flow flow, JsonObject? inputs = null) => Start(flow.Read(), inputs);

    internal EngineResult Try(string activityId, string name, DateTime? now = null, string? actor = "thu", JsonObject? input = null, object? facts = null) =>
        Engine.Resume(Definition, State, new Stimulus(State.Bookmarks.First(b => b.ActivityId == activityId).Id, name, actor, input, facts), now ?? Morning.AddHours(1));

    internal Case Fire(string activityId, string name = "Approved", DateTime? now = null, JsonObject? input = null) =>
        Then(Try(activityId, name, now, input: input));

    internal Case Then(EngineResult result)
    {
        var transition = Assert.IsType<Transition>(result);
        return this with
        {
            State = transition.State,
            Last = transition,
            Effects = [.. Effects, .. transition.Effects],
            History = [.. History, .. transition.History],
        };
    }

    /// <summary>The only way to assert a refusal: it also proves that nothing happened.</summary>
    internal EngineRefusal Refused(Func<Case, EngineResult> act)
    {
        var before = State.ToJson();
        var refusal = Assert.IsType<EngineRefusal>(act(this));
        Assert.Equal(before, State.ToJson());
        Assert.NotEmpty(refusal.Vietnamese);
        Assert.NotEmpty(refusal.English);
        return refusal;
    }
}
