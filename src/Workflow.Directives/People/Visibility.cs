using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;

namespace Workflow.Directives.People;

/// <summary>Who sees which directive. Lists, searches, counts and single pages all ask here.</summary>
public static class Visibility
{
    private static readonly DirectiveState[] Issued = [DirectiveState.Issued, DirectiveState.Closed, DirectiveState.Recalled];

    /// <summary>
    /// The directives an actor may read: his own, his unit's, those he was ever given to act on or acted on (a forwarded one too), issued ones for those who lead,
    /// register or audit, and those addressed to his unit.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="actor">Who reads.</param>
    public static IQueryable<Directive> DirectivesSeenBy(this WorkflowDb db, Actor actor)
    {
        if (actor.PersonId is not { } me)
        {
            return db.Set<Directive>().Where(_ => false);
        }

        var unit = actor.UnitId ?? Guid.Empty;
        var all = actor.May(Right.ReadDraft, Relation.Any);
        var own = actor.May(Right.ReadDraft, Relation.Own);
        var ofUnit = actor.May(Right.ReadDraft, Relation.Unit);
        var given = actor.May(Right.ReadDraft, Relation.Assigned);
        var issued = actor.May(Right.ReadIssued, Relation.Any);
        var addressed = actor.May(Right.ReadIssued, Relation.Addressed);
        var offered = db.WorkOfferedTo(actor);
        return db.Set<Directive>().Where(directive =>
            all
            || (own && directive.DrafterId == me)
            || (ofUnit && directive.DrafterUnitId == unit)
            || (issued && Issued.Contains(directive.State))
            || (addressed && db.Set<Delivery>().Any(delivery => delivery.DirectiveId == directive.Id && delivery.UnitId == unit))
            || (given && offered.Any(item => item.DirectiveId == directive.Id))
            || (given && db.Set<AuditEntry>().Any(entry => entry.DirectiveId == directive.Id && entry.ActorId == me)));
    }

    /// <summary>Work items, open or not, that are or were offered to the actor, or that he did.</summary>
    /// <param name="db">The store.</param>
    /// <param name="actor">Who asks.</param>
    public static IQueryable<WorkItem> WorkOfferedTo(this WorkflowDb db, Actor actor)
    {
        var me = actor.PersonId ?? Guid.Empty;
        var unit = actor.UnitId ?? Guid.Empty;
        var roles = Enum.GetValues<Role>().Select(role => actor.Holds(role) ? $",{role}," : "-").ToArray();
        var (a, b, c, d, e) = (roles[(int)Role.UnitHead], roles[(int)Role.ChiefOfOffice], roles[(int)Role.DeputySecretary],
            roles[(int)Role.Secretary], roles[(int)Role.Registry]);
        var own = db.Set<WorkItem>().Where(item =>
            item.CompletedBy == me
            || item.PersonId == me
            || (item.PersonId == null
                && (item.UnitId == null || item.UnitId == unit)
                && (item.Roles.Contains(a) || item.Roles.Contains(b) || item.Roles.Contains(c) || item.Roles.Contains(d)
                    || item.Roles.Contains(e))));
        return actor.Mandates.Aggregate(own, (items, mandate) => items.Union(db.WorkOfferedThrough(mandate)));
    }

    private static IQueryable<WorkItem> WorkOfferedThrough(this WorkflowDb db, Mandate mandate)
    {
        var (principal, unit, role, types) = (mandate.Principal, mandate.PrincipalUnit ?? Guid.Empty, $",{mandate.Role},", mandate.Types);
        var everyType = types.Count == 0;
        return db.Set<WorkItem>().Where(item =>
            (item.PersonId == principal || (item.PersonId == null && (item.UnitId == null || item.UnitId == unit) && item.Roles.Contains(role)))
            && (everyType || db.Set<Directive>().Any(directive => directive.Id == item.DirectiveId && types.Contains(directive.TypeCode))));
    }

    /// <summary>The directive, tracked, if the actor may see it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="directiveId">Which.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<Directive?> FindDirectiveAsync(this WorkflowDb db, Actor actor, Guid directiveId, CancellationToken ct) =>
        db.DirectivesSeenBy(actor).SingleOrDefaultAsync(directive => directive.Id == directiveId, ct);
}
