using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;

namespace Workflow.Directives.Approval;

/// <summary>Drafter, reviewer, approver and signer of one document are different people; who numbers it did not sign it.
/// What somebody did through a delegation, he and the one he acted for both did.</summary>
internal static class Separation
{
    /// <summary>The refusal when the actor already took another of these parts, else null.</summary>
    public static async Task<Refusal?> CheckAsync(WorkflowDb db, Directive directive, Actor actor, CancellationToken ct)
    {
        var selves = actor.Selves.ToArray();
        if (selves.Contains(directive.DrafterId))
        {
            return WorkRefusals.SamePerson("soạn thảo", "drafted");
        }

        if (await db.Set<Approval>().AnyAsync(
            approval => approval.DirectiveId == directive.Id && approval.VoidedAt == null
                && (selves.Contains(approval.PersonId) || (approval.ActingFor != null && selves.Contains(approval.ActingFor.Value))),
            ct))
        {
            return WorkRefusals.SamePerson("duyệt ở bước trước đối với", "approved an earlier step of");
        }

        return null;
    }

    /// <summary>The refusal when the actor signed the document himself, else null.</summary>
    public static async Task<Refusal?> CheckNotSignerAsync(WorkflowDb db, Directive directive, Actor actor, CancellationToken ct) =>
        await db.Set<Signature>().AnyAsync(
            signature => signature.DirectiveId == directive.Id && signature.VoidedAt == null && (signature.PersonId == actor.PersonId || signature.ActingFor == actor.PersonId), ct)
            ? WorkRefusals.SamePerson("ký", "signed")
            : null;
}
