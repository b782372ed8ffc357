using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.People;
using Workflow.Directives.Work;

namespace Workflow.Directives.Drafting;

/// <summary>
/// Makes the change that a finding of the form rules offers, as a text of its own after the one the drafter saw. What was typed meanwhile is
/// stored first, so that the record shows the words of the person and those of the rule apart. Never runs by itself.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="revising">Puts the text after the current one.</param>
/// <param name="settings">The office's house style.</param>
/// <param name="time">The clock.</param>
public sealed class ApplyFix(WorkflowDb db, Revising revising, FormSettings settings, TimeProvider time)
{
    /// <summary>Which fix.</summary>
    /// <param name="DirectiveId">Of which directive.</param>
    /// <param name="SeenRevision">Revision the drafter saw.</param>
    /// <param name="Rule">Code of the rule; null for every rule.</param>
    /// <param name="Line">Line of the one finding to mend; null for all findings.</param>
    /// <param name="Text">The text as typed since; null for the stored one.</param>
    /// <param name="Authority">T/M or T/L as chosen since; null: unchanged. Only before the first submission.</param>
    /// <param name="Urgency">Urgency mark as chosen since; null: unchanged. Only before the first submission.</param>
    public sealed record Command(
        Guid DirectiveId, int SeenRevision, string? Rule = null, int? Line = null, string? Text = null, string? Authority = null, Urgency? Urgency = null);

    /// <summary>Mends the text.</summary>
    /// <param name="actor">The drafter.</param>
    /// <param name="command">Which fix.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Directive>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Directive>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, command.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        if ((Revising.Refuse(directive, actor, command.SeenRevision) ?? Revising.Choose(directive, command.Authority, command.Urgency)) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var today = WorkingCalendar.LocalDate(now);
        var current = await db.CurrentRevisionAsync(directive, ct);
        var typed = DraftText.Read(command.Text ?? current.Text, today);
        if (!typed.Done)
        {
            return typed.Refusal!;
        }

        var (mended, rules) = Mend(command, command.Text ?? current.Text, today);
        if (rules.Length == 0)
        {
            return DraftRefusals.FixGone;
        }

        var fixedText = DraftText.Read(mended, today);
        if (!fixedText.Done)
        {
            return fixedText.Refusal!;
        }

        var stored = await revising.FollowAsync(directive, current, typed.Value, actor, null, now, ct);
        var followed = stored.Done
            ? await revising.FollowAsync(directive, stored.Value, fixedText.Value, actor, rules, now, ct)
            : stored;
        if (!followed.Done)
        {
            return followed.Refusal!;
        }

        await db.SaveChangesAsync(ct);
        return directive;
    });

    /// <summary>The text with the fixes made, and the numbers of the rules that were mended; no numbers when there was nothing to mend.</summary>
    private (string Text, string Rules) Mend(Command command, string text, DateOnly today)
    {
        IReadOnlyList<TextFinding> Found(string one) => TextRules.Check(one, DocumentReader.Read(one), today, settings);
        bool IsMeant(TextFinding finding) => finding.Fix is not null && (command.Rule is null || finding.Rule == command.Rule);

        var meant = Found(text).Where(finding => IsMeant(finding) && (command.Line is null || finding.Line == command.Line)).ToList();
        var mended = command.Line is null
            ? TextFixes.ApplyAll(text, Found, IsMeant)
            : meant.Aggregate(text, (before, finding) => TextFixes.Apply(before, finding.Fix!) ?? before);
        return (mended, string.Join(", ", meant.Select(finding => finding.Entry.Number).Distinct()));
    }
}
