using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.Work;

namespace Workflow.Directives.Drafting;

/// <summary>
/// Stores a new text. While the directive is under review the drafter takes it back first: the approvals given to the old
/// content stop counting and the whole way is gone again (NĐ 30/2020 art. 11.2).
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="revising">Puts the text after the current one.</param>
/// <param name="time">The clock.</param>
public sealed class ReviseDirective(WorkflowDb db, Revising revising, TimeProvider time)
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
        if (Revising.Refuse(directive, actor, command.SeenRevision) is { } refusal)
        {
            return refusal;
        }

        if (Revising.Choose(directive, command.Authority, command.Urgency) is { } unknown)
        {
            return unknown;
        }

        var reading = DraftText.Read(command.Text, WorkingCalendar.LocalDate(now));
        if (!reading.Done)
        {
            return reading.Refusal!;
        }

        var current = await db.CurrentRevisionAsync(directive, ct);
        var followed = await revising.FollowAsync(directive, current, reading.Value, actor, null, now, ct);
        if (!followed.Done)
        {
            return followed.Refusal!;
        }

        await db.SaveChangesAsync(ct);
        return directive;
    });
}
