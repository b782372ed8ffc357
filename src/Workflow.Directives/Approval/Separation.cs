using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;

namespace Workflow.Directives.Approval;

/// <summary>Drafter, reviewer, approver and signer of one document are different people; who numbers it did not sign it.</summary>
internal static class Separation
{
    /// <summary>The refusal when the actor already took another of these parts, else null.</summary>
    public static async Task<Refusal?> CheckAsync(WorkflowDb db, Directive directive, Actor actor, CancellationToken ct)
    {
        if (directive.DrafterId == actor.PersonId)
        {
            return WorkRefusals.SamePerson("soạn thảo", "drafted");
        }

        if (await db.Set<Approval>().AnyAsync(
            approval => approval.DirectiveId == directive.Id && approval.PersonId == actor.PersonId && approval.VoidedAt == null, ct))
        {
            return WorkRefusals.SamePerson("duyệt ở bước trước đối với", "approved an earlier step of");
        }

        return null;
    }

    /// <summary>The refusal when the actor signed the document himself, else null.</summary>
    public static async Task<Refusal?> CheckNotSignerAsync(WorkflowDb db, Directive directive, Actor actor, CancellationToken ct) =>
        await db.Set<Signature>().AnyAsync(
            signature => signature.DirectiveId == directive.Id && signature.PersonId == actor.PersonId && signature.VoidedAt == null, ct)
            ? WorkRefusals.SamePerson("ký", "signed")
            : null;
}
