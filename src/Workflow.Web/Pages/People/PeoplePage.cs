using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.People;
using Workflow.Directives.People.Roles;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.People;

/// <summary>Who can sign in and in which roles; and the visitor's own access tokens.</summary>
internal class PeoplePage : VisitedPage
{
    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>Changes of leaders' roles that nobody decided on yet.</summary>
    public IReadOnlyList<RoleChange> Waiting { get; private set; } = [];

    public string NameOf(Guid personId) => People.FirstOrDefault(person => person.Id == personId)?.FullName ?? "";

    /// <summary>The token just made. It is shown this once.</summary>
    public string? NewToken { get; protected set; }

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        Today = WorkingCalendar.LocalDate(Now);
        People = await Db.Set<Person>().AsNoTracking().Include(person => person.Grants).OrderBy(person => person.FullName).ToListAsync(Aborted);
        var units = People.Select(person => person.UnitId).OfType<Guid>().Distinct().ToArray();
        Units = await Db.Set<Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, Aborted);
        Tokens = await Db.Set<ApiToken>().AsNoTracking().Where(token => token.PersonId == Actor.PersonId).OrderByDescending(token => token.CreatedAt).ToListAsync(Aborted);
        Waiting = await Db.Set<RoleChange>().AsNoTracking().Where(one => one.DoneAt == null && one.DeclinedAt == null).ToListAsync(Aborted);
        return true;
    }
}
