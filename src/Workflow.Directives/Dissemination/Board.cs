using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;

namespace Workflow.Directives.Dissemination;

/// <summary>The registry's acts on single units of the board.</summary>
internal static class Board
{
    /// <summary>A delivery of a directive the actor sees and may steer.</summary>
    public static async Task<Result<Delivery>> TakeDeliveryAsync(this WorkflowDb db, Actor actor, Guid deliveryId, Role[] roles, CancellationToken ct)
    {
        var delivery = await db.Set<Delivery>().SingleOrDefaultAsync(one => one.Id == deliveryId, ct);
        if (delivery is null || await db.FindDirectiveAsync(actor, delivery.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        if (!roles.Any(actor.Holds))
        {
            return Refusals.NotAllowed("xử lý nơi nhận của văn bản này", "steer the dissemination of this document");
        }

        return directive.State == DirectiveState.Issued ? delivery : DisseminationRefusals.NotOpen;
    }
}
