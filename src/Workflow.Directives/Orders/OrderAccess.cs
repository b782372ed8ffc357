using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Orders;

/// <summary>Who says what a directive orders: its drafter up to the signature, the registry until follow-up ends.</summary>
public static class OrderAccess
{
    /// <summary>Why this person may not decide on the tasks of a directive now; null when he may.</summary>
    /// <param name="directive">A directive the person may see.</param>
    /// <param name="actor">Who would decide.</param>
    public static Refusal? Forbidden(Directive directive, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(directive);
        ArgumentNullException.ThrowIfNull(actor);
        var registers = actor.May(Right.ConfirmOrders);
        if (actor.Refuse(Right.ConfirmOrders, directive.RelationTo(actor)) is { } never)
        {
            return never;
        }

        if (directive.State is DirectiveState.Closed or DirectiveState.Cancelled or DirectiveState.Recalled)
        {
            return OrderRefusals.Over;
        }

        return registers || directive.State is DirectiveState.Draft or DirectiveState.InReview or DirectiveState.Returned
            ? null
            : OrderRefusals.Signed;
    }

    internal static string CapacityOf(Actor actor) => (actor.May(Right.ConfirmOrders) ? Role.Registry : Role.Drafter).ToString();
}
