using Workflow.Directives.Approval;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Signing;

/// <summary>The authority signs the exact paper it was shown, with its own key; from here on the content is final.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="keys">Opens the signer's key.</param>
/// <param name="press">Makes the paper.</param>
/// <param name="time">The clock.</param>
public sealed class SignDirective(WorkflowDb db, IWorkflowRuntime runtime, OpenSigningKey keys, PaperPress press, TimeProvider time)
{
    /// <summary>What is signed.</summary>
    /// <param name="WorkItemId">The task.</param>
    /// <param name="SeenRevision">Revision read.</param>
    /// <param name="SeenHash">Content hash that was shown; what is shown is what is signed.</param>
    /// <param name="SeenPaper">SHA-256 of the PDF that was shown, lower-case hexadecimal.</param>
    /// <param name="Pin">PIN of the signing key: the proof, for this one act, that it is the signer who acts. Kept nowhere.</param>
    public sealed record Command(Guid WorkItemId, int SeenRevision, string SeenHash, string SeenPaper, string? Pin);

    /// <summary>Signs; the document goes to the registry.</summary>
    /// <param name="actor">The signer.</param>
    /// <param name="command">What is signed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Signature>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Signature>(async () =>
    {
        var taken = await db.TakeAsync(actor, command.WorkItemId, [SignStep.Kind], SignStep.RightFor, command.SeenRevision, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var work = taken.Value;
        actor = work.Actor;
        if (await RefuseAsync(work, actor, command, ct) is { } refused)
        {
            return refused;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var (shown, block) = await press.ToSignAsync(db, actor, work.Directive, work.Revision, now, ct);
        if (command.SeenPaper != shown.Hash)
        {
            return SigningRefusals.ShownDiffers;
        }

        var opened = await keys.OfPersonAsync(actor, command.Pin, ct);
        if (opened.Refusal is { } closed)
        {
            return closed;
        }

        using var key = opened.Value;
        var stimulus = new Stimulus(work.Item.BookmarkId, SignStep.Signed, actor.PersonId?.ToString());
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        var signature = SignatureOf(work, actor, block, SigningCertificate.ThumbprintOf(key.Certificate), now);
        var paper = await press.SignAsync(shown, signature, key, await db.PictureOfAsync(signature.Certificate, ct), ct);
        if (paper.Refusal is { } unsigned)
        {
            return unsigned;
        }

        work.Complete(SignStep.Signed, now);
        work.Directive.State = DirectiveState.Signed;
        db.AddRange(signature, paper.Value);
        var capacity = Capacity.Of(actor, work.Directive.Authority).ToString();
        db.Record(now, actor, capacity, "identity.confirmed", work.Directive.Id, signature.ContentHash, $"PIN, PDF {shown.Hash}");
        db.Record(now, actor, capacity, "signature.given", work.Directive.Id, signature.ContentHash, $"{signature.Authority}, {signature.Position}");
        await db.SaveChangesAsync(ct);
        return signature;
    });

    private Signature SignatureOf(OpenWork work, Actor actor, SignatureBlock block, string certificate, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        DirectiveId = work.Directive.Id,
        WorkItemId = work.Item.Id,
        PersonId = actor.PersonId!.Value,
        ActingFor = actor.ActingFor?.Principal,
        SignerName = block.Name!,
        Authority = block.Authority!,
        Position = block.Position!,
        RevisionNo = work.Revision.No,
        ContentHash = work.Revision.ContentHash,
        Certificate = certificate,
        At = now,
    };

    private async Task<Refusal?> RefuseAsync(OpenWork work, Actor actor, Command command, CancellationToken ct)
    {
        if (command.SeenHash != work.Revision.ContentHash)
        {
            return SigningRefusals.ShownDiffers;
        }

        return await Separation.CheckAsync(db, work.Directive, actor, ct);
    }
}
