using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.People.Delegations;
using Workflow.Directives.People.Rights;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.People;

/// <summary>What the visitor delegated, what was delegated to him, and the form for one more.</summary>
internal sealed class DelegationsModel(DelegateAuthority give, EndDelegation end) : VisitedPage
{
    [BindProperty]
    public Guid To { get; set; }

    [BindProperty]
    public Role Role { get; set; }

    [BindProperty]
    public DelegationForm Form { get; set; }

    [BindProperty]
    public string[]? Types { get; set; }

    [BindProperty]
    public DateOnly From { get; set; }

    [BindProperty]
    public DateOnly Until { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public bool MayPassOn { get; set; }

    public IReadOnlyList<Delegation> All { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Roles the visitor can hand over.</summary>
    public IReadOnlyList<Role> Mine { get; private set; } = [];

    public IReadOnlyList<Person> Others { get; private set; } = [];

    public DateOnly Today => WorkingCalendar.LocalDate(Now);

    public Task<IActionResult> OnGetAsync() => PageAsync();

    public async Task<IActionResult> OnPostAsync() => await EndAsync(
        await give.RunAsync(Actor, new(To, Role, Form, Types, From, Until, Basis, MayPassOn), Aborted), _ => "/delegations", "Delegations.Given");

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid delegationId) =>
        await EndAsync(await end.RunAsync(Actor, delegationId, Aborted), _ => "/delegations", "Delegations.Ended");

    protected override async Task<bool> ShowAsync()
    {
        var me = Actor.PersonId;
        All = await Db.Set<Delegation>().AsNoTracking().Where(one => one.PrincipalId == me || one.DelegateId == me || one.GivenBy == me)
            .OrderByDescending(one => one.Until).ToListAsync(Aborted);
        var people = await Db.Set<Person>().AsNoTracking().Include(one => one.Grants).OrderBy(one => one.FullName).ToListAsync(Aborted);
        Names = people.ToDictionary(one => one.Id, one => one.FullName);
        var leading = RightsTable.Current[Right.Delegate].Grants.Keys.ToHashSet();
        Mine = [.. leading.Where(Actor.Holds).Concat(Actor.Mandates.Select(mandate => mandate.Role)).Distinct().Order()];
        Others = people.FindAll(one => one.Id != me && one.DisabledAt is null && one.Grants.Exists(grant => leading.Contains(grant.Role) && grant.HeldOn(Today)));
        (From, Until) = (From == default ? Today : From, Until == default ? Today.AddDays(7) : Until);
        return true;
    }
}
