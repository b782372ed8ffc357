using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Consultation;

/// <summary>A consulted person answers, once.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class GiveOpinion(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>The answer.</summary>
    /// <param name="WorkItemId">The task.</param>
    /// <param name="SeenRevision">Revision read.</param>
    /// <param name="Stance">For, for with changes, against.</param>
    /// <param name="Text">In words; required unless plainly agreed.</param>
    public sealed record Command(Guid WorkItemId, int SeenRevision, Stance Stance, string? Text);

    /// <summary>Records the opinion; the last one lets the document go on.</summary>
    /// <param name="actor">Who was asked.</param>
    /// <param name="command">The answer.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Opinion>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Opinion>(async () =>
    {
        var taken = await db.TakeAsync(actor, command.WorkItemId, [ConsultStep.Kind], (_, _) => Right.GiveOpinion, command.SeenRevision, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var text = Field.Clean(command.Text, Field.ReasonLength, lines: true);
        if (text is null && (command.Stance != Stance.Agree || !string.IsNullOrWhiteSpace(command.Text)))
        {
            return Refusals.Field("Nội dung ý kiến", "Opinion", Field.ReasonLength);
        }

        var work = taken.Value;
        actor = work.Actor;
        var stimulus = new Stimulus(work.Item.BookmarkId, ConsultStep.Answered, actor.PersonId?.ToString());
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow().UtcDateTime;
        work.Complete(command.Stance.ToString(), now);
        var opinion = new Opinion
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = work.Directive.Id,
            WorkItemId = work.Item.Id,
            PersonId = actor.PersonId!.Value,
            Stance = command.Stance,
            Text = text,
            RevisionNo = work.Revision.No,
            ContentHash = work.Revision.ContentHash,
            At = now,
        };
        db.Add(opinion);
        db.Record(now, actor, "Consultee", "opinion.given", work.Directive.Id, work.Revision.ContentHash, $"{command.Stance}: {text}".TrimEnd(' ', ':'));
        await db.SaveChangesAsync(ct);
        return opinion;
    });
}
