using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;

namespace Workflow.Directives.Drafting;

/// <summary>What somebody has to do with a directive, as the table of rights asks for it.</summary>
public static class Relations
{
    /// <summary>Whether he drafted it, and whether his unit did. Whether a step is with him is asked separately.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="actor">Who.</param>
    public static Relation RelationTo(this Directive directive, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(directive);
        ArgumentNullException.ThrowIfNull(actor);
        return (directive.DrafterId == actor.PersonId ? Relation.Own : Relation.None)
            | (directive.DrafterUnitId == actor.UnitId ? Relation.Unit : Relation.None);
    }

    /// <summary>The same, and whether an open step of it is offered to him.</summary>
    /// <param name="db">The store.</param>
    /// <param name="directive">The directive.</param>
    /// <param name="actor">Who.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Relation> RelationToAsync(this WorkflowDb db, Directive directive, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(directive);
        var open = await db.Set<WorkItem>().Where(item => item.DirectiveId == directive.Id && item.CompletedAt == null && item.WithdrawnAt == null).ToListAsync(ct);
        return directive.RelationTo(actor) | (open.Exists(item => item.OfferedTo(actor)) ? Relation.Assigned : Relation.None);
    }
}
