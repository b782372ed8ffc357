using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Approval;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;

namespace Workflow.Directives.Drafting;

/// <summary>The one way a text is followed by the next: under review the directive is taken back to its drafter first.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="returns">Sends it back to the drafter.</param>
public sealed class Revising(WorkflowDb db, Returning returns)
{
    /// <summary>Why this person may not change the text he saw; null when he may.</summary>
    internal static Refusal? Refuse(Directive directive, Actor actor, int seenRevision) =>
        actor.Refuse(Right.EditDraft, directive.RelationTo(actor)) is { } never ? never
            : directive.State is not (DirectiveState.Draft or DirectiveState.Returned or DirectiveState.InReview) ? DraftRefusals.NotEditable
            : seenRevision != directive.RevisionNo ? Refusals.Stale(seenRevision, directive.RevisionNo)
            : null;

    /// <summary>Takes what was chosen beside the text; once it was submitted neither changes.</summary>
    /// <returns>Why not; null when it was taken.</returns>
    internal static Refusal? Choose(Directive directive, string? authority, Urgency? urgency)
    {
        if (authority is not (null or "T/M" or "T/L"))
        {
            return DraftRefusals.AuthorityUnknown;
        }

        if (directive.State == DirectiveState.Draft)
        {
            directive.Authority = authority ?? directive.Authority;
            directive.Urgency = urgency ?? directive.Urgency;
        }

        return null;
    }

    /// <summary>Puts a text after the current one; the same text again changes nothing. The caller saves.</summary>
    /// <param name="directive">Whose.</param>
    /// <param name="current">The current text.</param>
    /// <param name="text">The next.</param>
    /// <param name="actor">The drafter.</param>
    /// <param name="rules">Numbers of the form rules whose fixes made it; null when a person wrote it.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The text that is current afterwards.</returns>
    internal async Task<Result<Revision>> FollowAsync(
        Directive directive, Revision current, DraftText text, Actor actor, string? rules, DateTime now, CancellationToken ct)
    {
        var isNew = current.ContentHash != text.ContentHash;
        if (directive.State == DirectiveState.InReview && isNew && await TakeBackAsync(directive, current, actor, ct) is { } notTaken)
        {
            return notTaken;
        }

        if (directive.State == DirectiveState.Draft)
        {
            directive.Urgency = text.Document.Urgency is { } mark ? UrgencyMarks.Of(mark) : directive.Urgency;
            FollowType(directive, text.Document.Type);
        }

        directive.Subject = text.Document.Subject ?? directive.Subject;
        directive.ChangedAt = now;
        if (!isNew)
        {
            return current;
        }

        directive.RevisionNo++;
        var next = text.ToRevision(directive, actor.PersonId!.Value, now);
        db.Add(next);
        db.Record(
            now, actor, nameof(Role.Drafter), rules is null ? "draft.revised" : "draft.fixed", directive.Id, text.ContentHash,
            rules ?? $"{directive.RevisionNo}");
        return next;
    }

    // Another type's text over a draft makes it a draft of that type, with the workflow of that type.
    private static void FollowType(Directive directive, DocumentType? type)
    {
        if (type is not null && type.Code != directive.TypeCode)
        {
            directive.TypeCode = type.Code;
            directive.TemplateKey = DirectiveTemplates.All.FirstOrDefault(template => template.TypeCode == type.Code)?.Key ?? directive.TemplateKey;
        }
    }

    private async Task<Refusal?> TakeBackAsync(Directive directive, Revision current, Actor actor, CancellationToken ct)
    {
        var item = await db.Set<WorkItem>()
            .Where(one => one.DirectiveId == directive.Id && one.CompletedAt == null && one.WithdrawnAt == null)
            .OrderBy(one => one.OfferedAt)
            .FirstAsync(ct);
        var instance = await db.Set<StoredInstance>().SingleAsync(one => one.DirectiveId == directive.Id, ct);
        return await returns.ToDrafterAsync(
            new OpenWork(item, directive, instance, current, actor), Role.Drafter, "Người soạn rút về để sửa nội dung.", ct);
    }
}
