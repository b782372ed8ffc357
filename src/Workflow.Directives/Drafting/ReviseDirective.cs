using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Approval;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.People;
using Workflow.Directives.Work;

namespace Workflow.Directives.Drafting;

/// <summary>
/// Stores a new text. While the directive is under review the drafter takes it back first: the approvals given to the old
/// content stop counting and the whole way is gone again (NĐ 30/2020 art. 11.2).
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="returns">Sends it back to the drafter.</param>
/// <param name="time">The clock.</param>
public sealed class ReviseDirective(WorkflowDb db, Returning returns, TimeProvider time)
{
    /// <summary>The new text.</summary>
    /// <param name="DirectiveId">Whose.</param>
    /// <param name="SeenRevision">Revision the drafter edited.</param>
    /// <param name="Text">The whole text.</param>
    /// <param name="Authority">T/M or T/L; unset: unchanged. Only before the first submission.</param>
    /// <param name="Urgency">Urgency mark; unset: unchanged. Only before the first submission.</param>
    public sealed record Command(Guid DirectiveId, int SeenRevision, string Text, string? Authority = null, Urgency? Urgency = null);

    /// <summary>Stores the text as the next revision; the same text again changes nothing.</summary>
    /// <param name="actor">The drafter.</param>
    /// <param name="command">The new text.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Directive>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Directive>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, command.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var reading = DraftText.Read(command.Text, WorkingCalendar.LocalDate(now));
        if (Refuse(directive, actor, command) is { } refusal)
        {
            return refusal;
        }

        if (!reading.Done)
        {
            return reading.Refusal!;
        }

        var text = reading.Value;
        var current = await db.CurrentRevisionAsync(directive, ct);
        if (directive.State == DirectiveState.InReview && current.ContentHash != text.ContentHash
            && await TakeBackAsync(directive, current, actor, ct) is { } notTaken)
        {
            return notTaken;
        }

        if (directive.State == DirectiveState.Draft)
        {
            directive.Authority = command.Authority ?? directive.Authority;
            directive.Urgency = text.Document.Urgency is { } mark ? UrgencyMarks.Of(mark) : command.Urgency ?? directive.Urgency;
            FollowType(directive, text.Document.Type);
        }

        directive.Subject = text.Document.Subject ?? directive.Subject;
        directive.ChangedAt = now;
        if (current.ContentHash != text.ContentHash)
        {
            directive.RevisionNo++;
            db.Add(text.ToRevision(directive, actor.PersonId!.Value, now));
            db.Record(now, actor, nameof(Role.Drafter), "draft.revised", directive.Id, text.ContentHash, $"{directive.RevisionNo}");
        }

        await db.SaveChangesAsync(ct);
        return directive;
    });

    // Another type's text over a draft makes it a draft of that type, with the workflow of that type.
    private static void FollowType(Directive directive, DocumentType? type)
    {
        if (type is not null && type.Code != directive.TypeCode)
        {
            directive.TypeCode = type.Code;
            directive.TemplateKey = DirectiveTemplates.All.FirstOrDefault(template => template.TypeCode == type.Code)?.Key ?? directive.TemplateKey;
        }
    }

    private static Refusal? Refuse(Directive directive, Actor actor, Command command)
    {
        if (directive.DrafterId != actor.PersonId)
        {
            return Refusals.NotAllowed("sửa văn bản này", "change this document");
        }

        if (directive.State is not (DirectiveState.Draft or DirectiveState.Returned or DirectiveState.InReview))
        {
            return DraftRefusals.NotEditable;
        }

        if (command.Authority is not (null or "T/M" or "T/L"))
        {
            return DraftRefusals.AuthorityUnknown;
        }

        return command.SeenRevision == directive.RevisionNo ? null : Refusals.Stale(command.SeenRevision, directive.RevisionNo);
    }

    private async Task<Refusal?> TakeBackAsync(Directive directive, Revision current, Actor actor, CancellationToken ct)
    {
        var item = await db.Set<WorkItem>()
            .Where(one => one.DirectiveId == directive.Id && one.CompletedAt == null && one.WithdrawnAt == null)
            .OrderBy(one => one.OfferedAt)
            .FirstAsync(ct);
        var instance = await db.Set<StoredInstance>().SingleAsync(one => one.DirectiveId == directive.Id, ct);
        return await returns.ToDrafterAsync(
            new OpenWork(item, directive, instance, current), actor, Role.Drafter, "Người soạn rút về để sửa nội dung.", ct);
    }
}
