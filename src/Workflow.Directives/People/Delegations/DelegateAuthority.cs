using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.People.Delegations;

/// <summary>Somebody hands the authority of a role of his to another, from a day until a day, on the ground of a document.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class DelegateAuthority(WorkflowDb db, TimeProvider time)
{
    /// <summary>What is handed over.</summary>
    /// <param name="To">Who may act.</param>
    /// <param name="Role">The role whose steps are handed over.</param>
    /// <param name="Form">In what form.</param>
    /// <param name="Types">Codes of document types; empty for every type.</param>
    /// <param name="From">First day.</param>
    /// <param name="Until">Last day.</param>
    /// <param name="Basis">The document that grants it.</param>
    /// <param name="MayPassOn">Whether the delegate may hand it on.</param>
    public sealed record Command(
        Guid To, Role Role, DelegationForm Form, IReadOnlyList<string>? Types, DateOnly From, DateOnly Until, string? Basis, bool MayPassOn = false);

    // Rights that the steps of a role are done with; a delegate must be able to use one of them himself.
    private static readonly Right[] Steps =
        [Right.ApproveInUnit, Right.CheckForm, Right.ApproveForSigning, Right.SignOnBehalf, Right.SignByOrder];

    /// <summary>Hands it over.</summary>
    /// <param name="actor">Whose authority it is, or a delegate who may pass it on.</param>
    /// <param name="command">What.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Delegation>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Delegation>(async () =>
    {
        if (actor.Refuse(Right.Delegate, Relation.Own) is { } never)
        {
            return never;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var today = WorkingCalendar.LocalDate(now);
        var held = await HeldAsync(actor, command.Role, today, ct);
        if (held is null && !actor.Holds(command.Role))
        {
            return DelegationRefusals.NotYours;
        }

        var types = (command.Types ?? []).Distinct().ToArray();
        if (Field.Clean(command.Basis, Field.NameLength) is not { } basis)
        {
            return Refusals.Field("Căn cứ ủy quyền", "Basis of the delegation", Field.NameLength);
        }

        if (RefuseDays(command, held, today) is { } days)
        {
            return days;
        }

        if (!types.All(type => DocumentTypes.All.Any(one => one.Code == type)) || (held?.Types.Length > 0 && (types.Length == 0 || types.Except(held.Types.Split(',')).Any())))
        {
            return DelegationRefusals.Types;
        }

        if (await RefuseDelegateAsync(actor, command, held, now, ct) is { } delegated)
        {
            return delegated;
        }

        var delegation = new Delegation
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            PrincipalId = held?.PrincipalId ?? actor.PersonId!.Value,
            GivenBy = actor.PersonId!.Value,
            DelegateId = command.To,
            Role = command.Role,
            Form = command.Form,
            Types = string.Join(',', types),
            From = command.From,
            Until = command.Until,
            Basis = basis,
            MayPassOn = command.MayPassOn && held is null,
            PassedOnFrom = held?.Id,
            CreatedAt = now,
        };
        db.Add(delegation);
        var name = await db.Set<Person>().Where(one => one.Id == command.To).Select(one => one.FullName).SingleAsync(ct);
        db.Record(now, actor, command.Role.ToString(), "delegation.given", null, null, $"{name}: {command.Role}, {command.From:dd/MM/yyyy}–{command.Until:dd/MM/yyyy}, {basis}");
        await db.SaveChangesAsync(ct);
        return delegation;
    });

    // What was handed to the actor counts only where the role is not his own.
    private async Task<Delegation?> HeldAsync(Actor actor, Role role, DateOnly today, CancellationToken ct) => actor.Holds(role)
        ? null
        : await db.Set<Delegation>().AsNoTracking().FirstOrDefaultAsync(
            one => one.DelegateId == actor.PersonId && one.Role == role && one.MayPassOn && one.RevokedAt == null && one.From <= today && one.Until >= today, ct);

    private static Refusal? RefuseDays(Command command, Delegation? held, DateOnly today) =>
        command.From < today || command.Until < command.From || command.Until.DayNumber - command.From.DayNumber >= Delegation.LongestDays || command.Until > held?.Until
            ? DelegationRefusals.Days
            : null;

    private async Task<Refusal?> RefuseDelegateAsync(Actor actor, Command command, Delegation? held, DateTime now, CancellationToken ct)
    {
        return command.To == actor.PersonId || command.To == held?.PrincipalId
            || await db.FindActorAsync(command.To, now, ct) is not { } other
            || !Array.Exists(Steps, step => RightsTable.Current[step].Grants.ContainsKey(command.Role) && other.May(step, Relation.Assigned))
            ? DelegationRefusals.Delegate
            : null;
    }
}
