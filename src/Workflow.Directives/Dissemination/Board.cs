using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Dissemination;

/// <summary>The registry's acts on single units of the board.</summary>
internal static class Board
{
    /// <summary>A delivery of a directive the actor sees and may steer.</summary>
    public static async Task<Result<Delivery>> TakeDeliveryAsync(this WorkflowDb db, Actor actor, Guid deliveryId, Right right, CancellationToken ct)
    {
        var delivery = await db.Set<Delivery>().SingleOrDefaultAsync(one => one.Id == deliveryId, ct);
        if (delivery is null || await db.FindDirectiveAsync(actor, delivery.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        if (actor.Refuse(right, directive.RelationTo(actor)) is { } never)
        {
            return never;
        }

        return directive.State == DirectiveState.Issued ? delivery : DisseminationRefusals.NotOpen;
    }
}
