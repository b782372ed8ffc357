using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.Commands;

/// <summary><c>people add</c>, <c>people code</c> and <c>people reset</c>: who may sign in, and the code with which the first password is set.</summary>
internal static class PeopleVerb
{
    public static Task<int> RunAsync(string[] args)
    {
        var (words, settings) = Prepared.Split(args);
        return Prepared.RunAsync(settings, async app =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            return words switch
            {
                ["add", var email, var name, var role, var unit, var position] => await AddAsync(db, email, name, role, unit, position, now),
                ["code", var email] => await CodeAsync(db, email, now),
                ["reset", var email] => await ResetAsync(scope.ServiceProvider.GetRequiredService<ResetAccount>(), db, email, now),
                _ => await FailAsync("people add EMAIL NAME ROLE UNIT-CODE POSITION | people code EMAIL | people reset EMAIL"),
            };
        });
    }

    private static async Task<int> AddAsync(WorkflowDb db, string email, string name, string role, string unitCode, string position, DateTime now)
    {
        if (!MailAddresses.IsValid(email) || Field.Clean(name, Field.NameLength) is not { } fullName || Field.Clean(position, Field.NameLength) is not { } title)
        {
            return await FailAsync("E-mail, name or position is not valid.");
        }

        if (!Enum.TryParse<Role>(role, out var granted) || !Enum.IsDefined(granted))
        {
            return await FailAsync($"ROLE is one of {string.Join(", ", Enum.GetNames<Role>())}.");
        }

        if (await db.Set<Unit>().SingleOrDefaultAsync(one => one.Code == unitCode) is not { } unit)
        {
            return await FailAsync($"There is no unit with code \"{unitCode}\" in the directory.");
        }

        var person = await db.Set<Person>().Include(one => one.Grants).SingleOrDefaultAsync(one => one.Email == email);
        if (person is null)
        {
            person = new Person { Id = Guid.CreateVersion7(), FullName = fullName, Email = email, UnitId = unit.Id, Position = title, PositionEnglish = title };
            db.Add(person);
        }

        db.Add(new RoleGrant { Id = Guid.CreateVersion7(), PersonId = person.Id, Role = granted, From = WorkingCalendar.LocalDate(now) });
        db.Record(now, Actor.System, null, "person.added", null, null, $"{fullName}: {granted}");
        await db.SaveChangesAsync();
        Console.WriteLine($"{fullName} is {granted} in {unit.Name}.");
        return 0;
    }

    private static async Task<int> ResetAsync(ResetAccount reset, WorkflowDb db, string email, DateTime now)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(one => one.Email == email) is not { } person
            || !(await reset.RunAsync(Actor.System, person.Id, CancellationToken.None)).Done)
        {
            return await FailAsync($"There is no person with the address \"{email}\".");
        }

        return await CodeAsync(db, email, now);
    }

    private static async Task<int> CodeAsync(WorkflowDb db, string email, DateTime now)
    {
        if (await db.Set<Account>().AnyAsync(one => one.PasswordHash != null && db.Set<Person>().Any(person => person.Id == one.Id && person.Email == email)))
        {
            return await FailAsync($"\"{email}\" has a password. To let the person in anew without it: people reset {email}");
        }

        if (await SignInCode.IssueAsync(db, email, now, CancellationToken.None) is not { } code)
        {
            return await FailAsync($"There is no open account for \"{email}\".");
        }

        Console.WriteLine($"{code}   (works once, for {SignInCode.Minutes} minutes, at /sign-in)");
        return 0;
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 2;
    }
}
