using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Approval;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Numbering;

/// <summary>
/// The registry gives the next number of the series and the date. The number is taken in the same save as everything else, so
/// a failure leaves no gap; two clerks at once get two numbers.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="office">The office, its symbol and term.</param>
/// <param name="press">Fills number and date in on the paper.</param>
/// <param name="time">The clock.</param>
public sealed class NumberDirective(WorkflowDb db, IWorkflowRuntime runtime, OfficeSettings office, PaperPress press, TimeProvider time)
{
    /// <summary>What is numbered.</summary>
    /// <param name="WorkItemId">The task.</param>
    /// <param name="Date">Date to print; unset: today in Vietnam. Not before the signature, not before the last number, not in the future.</param>
    public sealed record Command(Guid WorkItemId, DateOnly? Date = null);

    /// <summary>Gives the number.</summary>
    /// <param name="actor">A registry clerk who did not sign it.</param>
    /// <param name="command">What is numbered.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RegisterNumber>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<RegisterNumber>(async () =>
    {
        var taken = await db.TakeAsync(actor, command.WorkItemId, [NumberStep.Kind], (_, _) => Right.TakeNumber, null, ct);
        if (!taken.Done)
        {
            return taken.Refusal!;
        }

        var work = taken.Value;
        if (await Separation.CheckNotSignerAsync(db, work.Directive, actor, ct) is { } signer)
        {
            return signer;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var today = WorkingCalendar.LocalDate(now);
        var date = command.Date ?? today;
        var series = await SeriesAsync(work.Directive.TypeCode, ct);
        var signature = await db.Set<Signature>().AsNoTracking().SingleAsync(one => one.DirectiveId == work.Directive.Id && one.VoidedAt == null, ct);
        var signedOn = WorkingCalendar.LocalDate(signature.At);
        if (date > today || date < signedOn || date < (series.LastDate ?? date) || date < office.TermFrom)
        {
            return NumberingRefusals.DateNotAllowed(date, signedOn, series.LastDate, today);
        }

        var stimulus = new Stimulus(work.Item.BookmarkId, NumberStep.Numbered, actor.PersonId?.ToString());
        if ((await runtime.ResumeAsync(work.Instance, stimulus, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        work.Complete(NumberStep.Numbered, now);
        work.Directive.State = DirectiveState.Numbered;
        var number = Take(series, work.Directive, date, actor, now);
        var paper = await db.PaperAsync(work.Directive.Id, PaperStage.Signed, ct) ?? throw new InvalidOperationException("A signed directive has its paper.");
        db.Add(await press.NumberAsync(paper, signature, work.Directive, work.Revision, number, ct));
        db.Record(now, actor, nameof(Role.Registry), "number.given", work.Directive.Id, work.Revision.ContentHash, $"{number.Symbol}, {date:dd/MM/yyyy}");
        await db.SaveChangesAsync(ct);
        return number;
    });

    private async Task<RegisterSeries> SeriesAsync(string typeCode, CancellationToken ct)
    {
        var series = await db.Set<RegisterSeries>().SingleOrDefaultAsync(
            one => one.OrganSymbol == office.OrganSymbol && one.TypeCode == typeCode && one.Term == office.Term, ct);
        if (series is null)
        {
            series = new RegisterSeries
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                OrganSymbol = office.OrganSymbol,
                TypeCode = typeCode,
                Term = office.Term,
            };
            db.Add(series);
        }

        return series;
    }

    private RegisterNumber Take(RegisterSeries series, Directive directive, DateOnly date, Actor actor, DateTime now)
    {
        series.Last++;
        series.LastDate = date;
        var number = new RegisterNumber
        {
            SeriesId = series.Id,
            N = series.Last,
            DirectiveId = directive.Id,
            Symbol = $"{series.Last:00}-{series.TypeCode}/{series.OrganSymbol}",
            Date = date,
            TakenBy = actor.PersonId!.Value,
            TakenAt = now,
        };
        db.Add(number);
        return number;
    }
}
