using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Signing;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Issuing;

/// <summary>The registry seals a signed and numbered document with the organ's key.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="keys">Opens the organ's key.</param>
/// <param name="press">Seals the paper.</param>
/// <param name="time">The clock.</param>
public sealed class SealDirective(WorkflowDb db, IWorkflowRuntime runtime, OpenSigningKey keys, PaperPress press, TimeProvider time)
{
    /// <summary>What is sealed.</summary>
    /// <param name="WorkItemId">The task.</param>
    /// <param name="Pin">PIN of the organ's key. Kept nowhere.</param>
    public sealed record Command(Guid WorkItemId, string? Pin);

    /// <summary>Seals the document.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="command">What is sealed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Seal>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Seal>(async () =>
    {
        var taken = await db.TakeAsync(actor, command.WorkItemId, [SealStep.Kind], (_, _) => Right.ApplySeal, null, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var work = taken.Value;
        var opened = await keys.OfSealAsync(actor, command.Pin, ct);
        if (opened.Refusal is { } closed)
        {
            return closed;
        }

        using var key = opened.Value;
        var stimulus = new Stimulus(work.Item.BookmarkId, SealStep.Sealed, actor.PersonId?.ToString());
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var signature = await db.Set<Signature>().AsNoTracking().SingleAsync(one => one.DirectiveId == work.Directive.Id && one.VoidedAt == null, ct);
        var numbered = await db.PaperAsync(work.Directive.Id, PaperStage.Numbered, ct) ?? throw new InvalidOperationException("A numbered directive has its paper.");
        var certificate = SigningCertificate.ThumbprintOf(key.Certificate);
        var paper = await press.SealAsync(numbered, signature, key, await db.PictureOfAsync(certificate, ct), now, ct);
        if (paper.Refusal is { } unsealed)
        {
            return unsealed;
        }

        work.Complete(SealStep.Sealed, now);
        work.Directive.State = DirectiveState.Sealed;
        var seal = new Seal
        {
            DirectiveId = work.Directive.Id,
            PersonId = actor.PersonId!.Value,
            ContentHash = work.Revision.ContentHash,
            Certificate = certificate,
            At = now,
        };
        db.AddRange(seal, paper.Value);
        db.Record(now, actor, nameof(Role.Registry), "identity.confirmed", work.Directive.Id, seal.ContentHash, $"PIN, PDF {numbered.Hash}");
        db.Record(now, actor, nameof(Role.Registry), "seal.applied", work.Directive.Id, seal.ContentHash);
        await db.SaveChangesAsync(ct);
        return seal;
    });
}
