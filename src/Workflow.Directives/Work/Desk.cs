using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Delegations;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Work;

/// <summary>A task as the person who may do it finds it, with all it is about.</summary>
/// <param name="Item">The task, open.</param>
/// <param name="Directive">The directive.</param>
/// <param name="Instance">Its workflow.</param>
/// <param name="Revision">Its current text.</param>
/// <param name="Actor">Who does it; with the delegation he makes use of, where it is not offered to himself.</param>
internal sealed record OpenWork(WorkItem Item, Directive Directive, StoredInstance Instance, Revision Revision, Actor Actor)
{
    /// <summary>The role the task is done in: the delegated one, else the first of the actor's that the task asks for.</summary>
    public Role Capacity => Actor.ActingFor?.Role
        ?? Item.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>).Concat(Leading).Concat(Actor.Roles).First(Actor.Holds);

    private static readonly Role[] Leading = [Role.Secretary, Role.DeputySecretary, Role.ChiefOfOffice];

    /// <summary>Marks the task done.</summary>
    public void Complete(string outcome, DateTime now)
    {
        Item.Complete(Actor, outcome, now);
        Directive.ChangedAt = now;
    }
}

/// <summary>Where tasks are taken from: the one place that says who may do one.</summary>
internal static class Desk
{
    /// <summary>Loads an open task through the actor, who needs the right for it.</summary>
    /// <param name="db">Context of the use case.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="workItemId">Which task.</param>
    /// <param name="kinds">Kinds of task that the use case completes.</param>
    /// <param name="right">The right that the task asks for.</param>
    /// <param name="seenRevision">Revision the person looked at, or null where the text does not matter.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Result<OpenWork>> TakeAsync(
        this WorkflowDb db, Actor actor, Guid workItemId, string[] kinds, Func<WorkItem, Directive, Right> right, int? seenRevision, CancellationToken ct)
    {
        var item = await db.Set<WorkItem>().SingleOrDefaultAsync(one => one.Id == workItemId, ct);
        if (item is null || await db.FindDirectiveAsync(actor, item.DirectiveId, ct) is not { } directive)
        {
            return Ended(actor, item) ?? Refusals.NotVisible;
        }

        var acting = item.TakenBy(actor, directive);
        if (acting is null && item.CompletedBy != actor.PersonId)
        {
            return Ended(actor, item) ?? ActorRights.Forbidden(right(item, directive));
        }

        if (acting?.Refuse(right(item, directive), Relation.Assigned) is { } never)
        {
            return never;
        }

        if (!item.Open || !kinds.Contains(item.Kind))
        {
            return WorkRefusals.AlreadyDone;
        }

        if (seenRevision is { } seen && seen != directive.RevisionNo)
        {
            return Refusals.Stale(seen, directive.RevisionNo);
        }

        return new OpenWork(
            item,
            directive,
            await db.Set<StoredInstance>().SingleAsync(instance => instance.Id == item.InstanceId, ct),
            await db.CurrentRevisionAsync(directive, ct),
            acting!);
    }

    // Whoever had the task through a delegation until it ended is told so, not that there is no such thing.
    private static Refusal? Ended(Actor actor, WorkItem? item) =>
        item is { Open: true } && actor.EndedMandates.FirstOrDefault(item.OfferedThrough) is { } mandate ? DelegationRefusals.Ended(mandate) : null;

    /// <summary>The current text of a directive.</summary>
    public static Task<Revision> CurrentRevisionAsync(this WorkflowDb db, Directive directive, CancellationToken ct) =>
        db.Set<Revision>().SingleAsync(revision => revision.DirectiveId == directive.Id && revision.No == directive.RevisionNo, ct);
}
