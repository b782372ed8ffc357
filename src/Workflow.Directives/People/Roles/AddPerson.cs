using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.People.Roles;

/// <summary>An administrator adds a person, who may do nothing yet: roles are given after.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class AddPerson(WorkflowDb db, TimeProvider time)
{
    /// <summary>Who is added.</summary>
    /// <param name="FullName">Full name.</param>
    /// <param name="Email">E-mail address, of nobody else.</param>
    /// <param name="Unit">Name or code of the unit.</param>
    /// <param name="Position">Position.</param>
    public sealed record Command(string? FullName, string? Email, string? Unit, string? Position);

    /// <summary>Adds the person.</summary>
    /// <param name="actor">An administrator.</param>
    /// <param name="command">Who.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Person>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Person>(async () =>
    {
        if (actor.Refuse(Right.ProposeRole) is { } never)
        {
            return never;
        }

        if (Field.Clean(command.FullName, Field.NameLength) is not { } name || Field.Clean(command.Position, Field.NameLength) is not { } position)
        {
            return Refusals.Field("Họ tên và chức vụ", "Name and position", Field.NameLength);
        }

        var email = command.Email?.Trim().ToLowerInvariant() ?? "";
        var unit = await db.Set<Unit>().FirstOrDefaultAsync(one => one.Code == command.Unit || one.Name == command.Unit, ct);
        if (!MailAddresses.IsValid(email) || unit is null || await db.Set<Person>().AnyAsync(one => one.Email == email, ct))
        {
            return RoleRefusals.Person;
        }

        var person = new Person
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            FullName = name,
            Email = email,
            UnitId = unit.Id,
            Position = position,
            PositionEnglish = position,
        };
        db.Add(person);
        db.Record(time.GetUtcNow().UtcDateTime, actor, nameof(Role.Administrator), "person.added", null, null, name);
        await db.SaveChangesAsync(ct);
        return person;
    });
}
