using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;

namespace Workflow.Directives.Work;

/// <summary>A task as the person who may do it finds it, with all it is about.</summary>
/// <param name="Item">The task, open.</param>
/// <param name="Directive">The directive.</param>
/// <param name="Instance">Its workflow.</param>
/// <param name="Revision">Its current text.</param>
internal sealed record OpenWork(WorkItem Item, Directive Directive, StoredInstance Instance, Revision Revision)
{
    /// <summary>The role the actor does this task in; the first of his that the task asks for.</summary>
    public Role CapacityOf(Actor actor) =>
        Item.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>).Concat(Leading).Concat(actor.Roles)
            .First(actor.Holds);

    private static readonly Role[] Leading = [Role.Secretary, Role.DeputySecretary, Role.ChiefOfOffice];

    /// <summary>Marks the task done.</summary>
    public void Complete(Actor actor, string outcome, DateTime now)
    {
        Item.Complete(actor, outcome, now);
        Directive.ChangedAt = now;
    }
}

/// <summary>Where tasks are taken from: the one place that says who may do one.</summary>
internal static class Desk
{
    /// <summary>Loads an open task through the actor.</summary>
    /// <param name="db">Context of the use case.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="workItemId">Which task.</param>
    /// <param name="kinds">Kinds of task that the use case completes.</param>
    /// <param name="seenRevision">Revision the person looked at, or null where the text does not matter.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Result<OpenWork>> TakeAsync(
        this WorkflowDb db, Actor actor, Guid workItemId, string[] kinds, int? seenRevision, CancellationToken ct)
    {
        var item = await db.Set<WorkItem>().SingleOrDefaultAsync(one => one.Id == workItemId, ct);
        if (item is null || await db.FindDirectiveAsync(actor, item.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        if (!item.OfferedTo(actor) && item.CompletedBy != actor.PersonId)
        {
            return Refusals.NotAllowed("xử lý việc này", "do this task");
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
            await db.CurrentRevisionAsync(directive, ct));
    }

    /// <summary>The current text of a directive.</summary>
    public static Task<Revision> CurrentRevisionAsync(this WorkflowDb db, Directive directive, CancellationToken ct) =>
        db.Set<Revision>().SingleAsync(revision => revision.DirectiveId == directive.Id && revision.No == directive.RevisionNo, ct);
}
