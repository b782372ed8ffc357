using System.Text.Json.Nodes;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Engine;

namespace Workflow.Directives.Work;

/// <summary>
/// Runs the definitions. Everything it changes is tracked on the context of the use case and saved with it; it never saves itself.
/// </summary>
public interface IWorkflowRuntime
{
    /// <summary>Starts the workflow of a directive on the newest version that fits it.</summary>
    /// <param name="directive">The directive, tracked.</param>
    /// <param name="inputs">Inputs of the definition.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="ct">Cancels.</param>
    Task<Result<Step>> StartAsync(Directive directive, JsonObject inputs, Actor actor, CancellationToken ct);

    /// <summary>Goes on where a work item or a timer waited.</summary>
    /// <param name="instance">The instance, tracked.</param>
    /// <param name="stimulus">What happened.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="ct">Cancels.</param>
    Task<Result<Step>> ResumeAsync(StoredInstance instance, Stimulus stimulus, Actor actor, CancellationToken ct);

    /// <summary>Tells a running workflow that something happened; when nothing waits for it the step is empty.</summary>
    /// <param name="instance">The instance, tracked.</param>
    /// <param name="eventName">Name of the event.</param>
    /// <param name="actor">Who caused it.</param>
    /// <param name="ct">Cancels.</param>
    Task<Result<Step>> RaiseAsync(StoredInstance instance, string eventName, Actor actor, CancellationToken ct);

    /// <summary>Ends a workflow before its end; its work items and timers are taken back.</summary>
    /// <param name="instance">The instance, tracked.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who ends it.</param>
    /// <param name="ct">Cancels.</param>
    Task<Result<Step>> CancelAsync(StoredInstance instance, string reason, Actor actor, CancellationToken ct);
}

/// <summary>What a workflow did in one go, as far as the use case has to know.</summary>
/// <param name="Offered">Work items now open that were not before.</param>
/// <param name="Notices">What the steps want told, by name.</param>
public sealed record Step(IReadOnlyList<WorkItem> Offered, IReadOnlyList<Notify> Notices);
