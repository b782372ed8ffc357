using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Engine;

namespace Workflow.Directives.Work;

/// <summary>The default runtime: the pure engine, its state and effects kept as rows of the use case's own save.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="engine">The engine.</param>
/// <param name="definitions">Released definitions.</param>
/// <param name="time">The clock.</param>
public sealed class BuiltInRuntime(WorkflowDb db, WorkflowEngine engine, DefinitionShelf definitions, TimeProvider time) : IWorkflowRuntime
{
    /// <inheritdoc />
    public Task<Result<Step>> StartAsync(Directive directive, JsonObject inputs, Actor actor, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (definitions.For(directive) is not { } definition)
        {
            return Task.FromResult<Result<Step>>(WorkRefusals.NoDefinition(directive));
        }

        var transition = engine.Start(definition, inputs, now);
        var instance = new StoredInstance
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = directive.Id,
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = definition.Version,
            State = "",
            Status = "",
            StartedAt = now,
        };
        db.Add(instance);
        return Task.FromResult<Result<Step>>(Record(instance, transition, actor, now));
    }

    /// <inheritdoc />
    public Task<Result<Step>> ResumeAsync(StoredInstance instance, Stimulus stimulus, Actor actor, CancellationToken ct) =>
        AdvanceAsync(instance, actor, (definition, state, now) => engine.Resume(definition, state, stimulus, now), ct);

    /// <inheritdoc />
    public async Task<Result<Step>> RaiseAsync(StoredInstance instance, string eventName, Actor actor, CancellationToken ct)
    {
        var step = await AdvanceAsync(
            instance,
            actor,
            (definition, state, now) => engine.Raise(definition, state, eventName, null, now, actor.PersonId?.ToString()),
            ct);
        return step.Refusal is { Code: "event.not-awaited" or "instance.over" } ? new Step([], []) : step;
    }

    /// <inheritdoc />
    public Task<Result<Step>> CancelAsync(StoredInstance instance, string reason, Actor actor, CancellationToken ct) =>
        AdvanceAsync(
            instance, actor, (definition, state, now) => engine.Cancel(definition, state, now, actor.PersonId?.ToString(), reason), ct);

    private async Task<Result<Step>> AdvanceAsync(
        StoredInstance instance, Actor actor, Func<WorkflowDefinition, WorkflowState, DateTime, EngineResult> advance, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var definition = definitions.Get(instance.DefinitionId, instance.DefinitionVersion);
        switch (advance(definition, WorkflowState.FromJson(instance.State), now))
        {
            case Transition transition:
                await WithdrawItemsAsync(instance, transition, now, ct);
                await WithdrawTimersAsync(instance, transition, now, ct);
                return Record(instance, transition, actor, now);
            case EngineRefusal refusal:
                return new Refusal(RefusalKind.Conflict, refusal.Unmet is [var first, ..] ? first.Code : refusal.Code, refusal.Vietnamese, refusal.English);
            default:
                throw new InvalidOperationException("The engine answers with a transition or a refusal.");
        }
    }

    private async Task WithdrawItemsAsync(StoredInstance instance, Transition transition, DateTime now, CancellationToken ct)
    {
        var withdrawn = transition.Effects.OfType<WithdrawWorkItem>().Select(effect => effect.BookmarkId).ToList();
        if (withdrawn.Count > 0)
        {
            var items = await db.Set<WorkItem>()
                .Where(item => item.InstanceId == instance.Id && withdrawn.Contains(item.BookmarkId) && item.CompletedAt == null)
                .ToListAsync(ct);
            items.ForEach(item => item.WithdrawnAt = now);
        }
    }

    private async Task WithdrawTimersAsync(StoredInstance instance, Transition transition, DateTime now, CancellationToken ct)
    {
        var cancelled = transition.Effects.OfType<CancelTimer>().Select(effect => effect.BookmarkId).ToList();
        if (cancelled.Count > 0)
        {
            var timers = await db.Set<DurableTimer>()
                .Where(timer => timer.InstanceId == instance.Id && cancelled.Contains(timer.BookmarkId) && timer.DoneAt == null)
                .ToListAsync(ct);
            timers.ForEach(timer => timer.DoneAt = now);
        }
    }

    private Step Record(StoredInstance instance, Transition transition, Actor actor, DateTime now)
    {
        instance.State = transition.State.ToJson();
        instance.Status = transition.State.Status.ToString();
        db.Add(new StoredTransition
        {
            InstanceId = instance.Id,
            No = transition.History[0].No,
            At = now,
            ActorId = actor.PersonId,
            Events = HistoryJson.Write(transition.History),
        });

        var offered = new List<WorkItem>();
        foreach (var effect in transition.Effects)
        {
            switch (effect)
            {
                case OfferWorkItem offer:
                    offered.Add(Offer(instance, offer.Bookmark, now));
                    break;
                case StartTimer timer:
                    db.Add(new DurableTimer
                    {
                        Id = Guid.CreateVersion7(time.GetUtcNow()),
                        InstanceId = instance.Id,
                        BookmarkId = timer.Bookmark.Id,
                        DueAt = timer.Bookmark.DueAt!.Value,
                    });
                    break;
            }
        }

        return new Step(offered, transition.Effects.OfType<Notify>().ToImmutableArray());
    }

    private WorkItem Offer(StoredInstance instance, Bookmark bookmark, DateTime now)
    {
        var payload = bookmark.Payload ?? [];
        var item = new WorkItem
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = instance.DirectiveId,
            InstanceId = instance.Id,
            BookmarkId = bookmark.Id,
            ActivityId = bookmark.ActivityId,
            Kind = bookmark.Name,
            Step = payload[Assignment.Step]?.GetValue<string>() ?? bookmark.ActivityId,
            Roles = payload[Assignment.Roles]?.GetValue<string>() ?? "",
            UnitId = Assignment.Id(payload, Assignment.Unit),
            PersonId = Assignment.Id(payload, Assignment.Person),
            OfferedAt = now,
            DueAt = bookmark.DueAt,
        };
        db.Add(item);
        return item;
    }
}
