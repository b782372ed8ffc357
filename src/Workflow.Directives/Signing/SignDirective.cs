using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Approval;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Signing;

/// <summary>The authority signs the exact text it read; from here on the content is final.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class SignDirective(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>What is signed.</summary>
    /// <param name="WorkItemId">The task.</param>
    /// <param name="SeenRevision">Revision read.</param>
    /// <param name="SeenHash">Content hash that was shown; what is shown is what is signed.</param>
    public sealed record Command(Guid WorkItemId, int SeenRevision, string SeenHash);

    /// <summary>Signs; the document goes to the registry.</summary>
    /// <param name="actor">The signer.</param>
    /// <param name="command">What is signed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Signature>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Signature>(async () =>
    {
        var taken = await db.TakeAsync(actor, command.WorkItemId, [SignStep.Kind], command.SeenRevision, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var work = taken.Value;
        if (await RefuseAsync(work, actor, command, ct) is { } refused)
        {
            return refused;
        }

        var stimulus = new Stimulus(work.Item.BookmarkId, SignStep.Signed, actor.PersonId?.ToString());
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var capacity = Capacity.Of(actor, work.Directive.Authority);
        work.Complete(actor, SignStep.Signed, now);
        work.Directive.State = DirectiveState.Signed;
        var printed = DocumentReader.Read(work.Revision.Text).Signature?.Authority;
        var signature = new Signature
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = work.Directive.Id,
            WorkItemId = work.Item.Id,
            PersonId = actor.PersonId!.Value,
            SignerName = actor.Name,
            Authority = printed ?? $"{work.Directive.Authority} BAN THƯỜNG VỤ",
            Position = await db.Set<Person>().Where(one => one.Id == actor.PersonId).Select(one => one.SignsAs).SingleAsync(ct)
                ?? Capacity.Printed(capacity),
            RevisionNo = work.Revision.No,
            ContentHash = work.Revision.ContentHash,
            At = now,
        };
        db.Add(signature);
        db.Record(now, actor, capacity.ToString(), "signature.given", work.Directive.Id, signature.ContentHash, $"{signature.Authority}, {signature.Position}");
        await db.SaveChangesAsync(ct);
        return signature;
    });

    private async Task<Refusal?> RefuseAsync(OpenWork work, Actor actor, Command command, CancellationToken ct)
    {
        if (command.SeenHash != work.Revision.ContentHash)
        {
            return SigningRefusals.ShownDiffers;
        }

        return SignStep.RolesFor(work.Directive.Authority).Any(actor.Holds)
            ? await Separation.CheckAsync(db, work.Directive, actor, ct)
            : Refusals.NotAllowed("ký văn bản theo thẩm quyền này", "sign with this authority");
    }
}
