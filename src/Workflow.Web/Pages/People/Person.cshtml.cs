using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.People.Roles;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.People;

/// <summary>One person: roles held and waiting, and what an administrator or the Chief of Office does about them.</summary>
internal sealed class PersonModel(ChangeRole roles, DecideRole decide, ClosePerson close) : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid PersonId { get; set; }

    [BindProperty]
    public Role Role { get; set; }

    [BindProperty]
    public bool Ends { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<RoleGrant> Held { get; private set; } = [];

    public IReadOnlyList<RoleChange> Waiting { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => PageAsync();

    public async Task<IActionResult> OnPostRoleAsync() =>
        await EndAsync(await roles.RunAsync(Actor, new(PersonId, Role, Ends, Until, Reason), Aborted), _ => Here, "People.RoleChanged");

    public async Task<IActionResult> OnPostAccountAsync([FromForm] bool open) =>
        await EndAsync(await close.RunAsync(Actor, PersonId, open, Aborted), _ => Here, "People.AccountChanged");

    public async Task<IActionResult> OnPostDecisionAsync([FromForm] Guid changeId, [FromForm] bool agree) =>
        await EndAsync(await decide.RunAsync(Actor, changeId, agree, Aborted), _ => Here, "People.RoleDecided");

    private string Here => $"/people/{PersonId}";

    protected override async Task<bool> ShowAsync()
    {
        if (await Db.Set<Person>().AsNoTracking().Include(one => one.Grants).SingleOrDefaultAsync(one => one.Id == PersonId, Aborted) is not { } person)
        {
            return false;
        }

        Person = person;
        Held = [.. person.Grants.Where(grant => grant.HeldOn(WorkingCalendar.LocalDate(Now)))];
        Waiting = await Db.Set<RoleChange>().AsNoTracking().Where(one => one.PersonId == PersonId && one.DoneAt == null && one.DeclinedAt == null).ToListAsync(Aborted);
        return true;
    }
}
