using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Work;

namespace Workflow.Directives.Recipients;

/// <summary>A clerk says what a doubtful line means: these units, or nobody and why.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class SettleRecipientLine(WorkflowDb db, TimeProvider time)
{
    private const int UnitsNamed = 3;

    /// <summary>What is settled.</summary>
    /// <param name="DirectiveId">The directive.</param>
    /// <param name="LineText">The line as printed.</param>
    /// <param name="UnitIds">Units it means besides those understood; empty for none.</param>
    /// <param name="Reason">Why the open parts of the line mean nobody; required when there are no units.</param>
    public sealed record Command(Guid DirectiveId, string LineText, IReadOnlyList<Guid> UnitIds, string? Reason);

    /// <summary>Settles the line, replacing what was settled before.</summary>
    /// <param name="actor">The drafter before the signature, or the registry before the issue.</param>
    /// <param name="command">What is settled.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RecipientPlan>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<RecipientPlan>(async () =>
    {
        if (await db.FindDirectiveAsync(actor, command.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        var relation = await db.RelationToAsync(directive, actor, ct);
        if (RecipientRefusals.Forbidden(directive, actor, relation) is { } forbidden)
        {
            return forbidden;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var document = DocumentReader.Read((await db.CurrentRevisionAsync(directive, ct)).Text);
        var printed = document.Addressees.Select(line => line.Text).Concat(document.Recipients.Select(line => line.Text));
        var units = await db.Set<Unit>().Where(unit => command.UnitIds.Contains(unit.Id)).ToListAsync(ct);
        var reason = Field.Clean(command.Reason, Field.ReasonLength);
        if (Invalid(command, printed, units, WorkingCalendar.LocalDate(now), reason) is { } invalid)
        {
            return invalid;
        }

        var settlement = new RecipientSettlement
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            DirectiveId = directive.Id,
            LineText = command.LineText,
            UnitIds = [.. units.Select(unit => unit.Id)],
            Reason = reason,
            PersonId = actor.PersonId!.Value,
            At = now,
        };
        var plan = await StoreAsync(actor, directive, document, settlement, ct);
        db.Record(now, actor, RecipientRefusals.Capacity(actor, relation), "recipients.settled", directive.Id, null, $"{command.LineText}: {reason ?? RecipientProblems.Shortened(units.Select(unit => unit.Name), UnitsNamed, "; ")}");
        await db.SaveChangesAsync(ct);
        return plan;
    });

    private async Task<RecipientPlan> StoreAsync(
        Actor actor, Directive directive, DirectiveDocument document, RecipientSettlement settlement, CancellationToken ct)
    {
        var before = await RecipientPlan.MakeAsync(db, directive.Id, document, WorkingCalendar.LocalDate(settlement.At), ct);
        var plan = before.Settled(document, settlement);
        if (await RecipientDifference.FindAsync(db, directive, before, ct) is { None: true })
        {
            // Whoever settles a line agrees to what it now means; a difference that was there before still waits for its own agreement.
            await RecipientDifference.AgreeAsync(db, directive, plan, actor, settlement.At, ct);
        }

        var earlier = await db.Set<RecipientSettlement>().SingleOrDefaultAsync(
            one => one.DirectiveId == directive.Id && one.LineText == settlement.LineText, ct);
        if (earlier is not null)
        {
            db.Remove(earlier);
        }

        db.Add(settlement);
        directive.ChangedAt = settlement.At;
        return plan;
    }

    private static Refusal? Invalid(Command command, IEnumerable<string> printed, List<Unit> units, DateOnly today, string? reason)
    {
        if (!printed.Contains(command.LineText))
        {
            return RecipientRefusals.NoSuchLine(command.LineText);
        }

        if (units.Count != command.UnitIds.Distinct().Count() || units.Exists(unit => !unit.LivesOn(today)))
        {
            return RecipientRefusals.UnitsUnknown;
        }

        return units.Count == 0 && reason is null
            ? Refusals.Field("Lý do không gửi theo dòng này", "Reason for sending nothing for this line", Field.ReasonLength)
            : null;
    }
}
