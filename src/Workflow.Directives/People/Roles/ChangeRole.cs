using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.People.Roles;

/// <summary>An administrator gives a person a role or takes one away; a leader's role only when the Chief of Office agreed.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class ChangeRole(WorkflowDb db, TimeProvider time)
{
    /// <summary>What is changed.</summary>
    /// <param name="PersonId">Whose role.</param>
    /// <param name="Role">The role.</param>
    /// <param name="Ends">True to take it away.</param>
    /// <param name="Until">Last day of a role that is given; null without end.</param>
    /// <param name="Reason">The decision it follows.</param>
    public sealed record Command(Guid PersonId, Role Role, bool Ends, DateOnly? Until, string? Reason);

    /// <summary>Changes the role, or proposes to.</summary>
    /// <param name="actor">An administrator; not the person himself.</param>
    /// <param name="command">What.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RoleChange>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<RoleChange>(async () =>
    {
        if (actor.Refuse(Right.ProposeRole) is { } never)
        {
            return never;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var today = WorkingCalendar.LocalDate(now);
        var person = await db.Set<Person>().Include(one => one.Grants).SingleOrDefaultAsync(one => one.Id == command.PersonId, ct);
        if (person is null || !Enum.IsDefined(command.Role))
        {
            return Refusals.NotVisible;
        }

        if (Field.Clean(command.Reason, Field.NameLength) is not { } reason)
        {
            return Refusals.Field("Căn cứ thay đổi quyền", "Ground of the change", Field.NameLength);
        }

        if (await RefuseAsync(actor, person, command, today, ct) is { } refusal)
        {
            return refusal;
        }

        var change = new RoleChange
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            PersonId = person.Id,
            Role = command.Role,
            Ends = command.Ends,
            Until = command.Ends ? null : command.Until,
            Reason = reason,
            ProposedBy = actor.PersonId!.Value,
            ProposedAt = now,
        };
        db.Add(change);
        if (!RoleChange.LeadersRoles.Contains(command.Role))
        {
            CarryOut(db, change, person, now);
        }

        db.Record(now, actor, nameof(Role.Administrator), change.DoneAt is null ? "role.proposed" : command.Ends ? "role.taken" : "role.given", null, null, $"{person.FullName}: {command.Role}, {reason}");
        await db.SaveChangesAsync(ct);
        return change;
    });

    /// <summary>Makes a change that nobody or everybody needed has agreed to.</summary>
    internal static void CarryOut(WorkflowDb db, RoleChange change, Person person, DateTime now)
    {
        var today = WorkingCalendar.LocalDate(now);
        change.DoneAt = now;
        if (!change.Ends)
        {
            db.Add(new RoleGrant { Id = Guid.CreateVersion7(now), PersonId = person.Id, Role = change.Role, From = today, Until = change.Until });
            return;
        }

        // A role ends at once, not at midnight: one that began today never was.
        foreach (var grant in person.Grants.Where(grant => grant.Role == change.Role && grant.HeldOn(today)).ToList())
        {
            grant.Until = today.AddDays(-1);
            if (grant.Until < grant.From)
            {
                db.Remove(grant);
            }
        }
    }

    private async Task<Refusal?> RefuseAsync(Actor actor, Person person, Command command, DateOnly today, CancellationToken ct)
    {
        var held = person.Grants.Where(grant => grant.HeldOn(today)).Select(grant => grant.Role).Distinct().ToList();
        return person.Id == actor.PersonId ? RoleRefusals.Own
            : held.Contains(command.Role) != command.Ends ? RoleRefusals.Nothing
            : await db.Set<RoleChange>().AnyAsync(
                one => one.PersonId == person.Id && one.Role == command.Role && one.DoneAt == null && one.DeclinedAt == null, ct) ? RoleRefusals.Nothing
            : !command.Ends && held.Count > 0 && (AloneOnly(command.Role) || held.Exists(AloneOnly)) ? RoleRefusals.Alone
            : !command.Ends && command.Until < today ? RoleRefusals.Day
            : command is { Ends: true, Role: Role.Administrator } && await db.IsLastAdministratorAsync(person.Id, today, ct) ? RoleRefusals.LastAdministrator
            : null;
    }

    private static bool AloneOnly(Role role) => role is Role.Administrator or Role.Auditor;
}
