using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Web.Pages.Documents;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>The drafting desk: the text, what the form rules say of it, and what its recipients mean. Each act is a page that shows this desk.</summary>
internal class DraftPage : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DirectiveId { get; set; }

    [BindProperty]
    public int SeenRevision { get; set; }

    /// <summary>The text as typed; what is stored when nothing was typed.</summary>
    [BindProperty]
    public string? Text { get; set; }

    public DirectiveView View { get; private set; } = null!;

    public DraftReading Reading { get; private set; } = null!;

    /// <summary>People who may sign, for the authority of this draft.</summary>
    public IReadOnlyList<Person> Signers { get; private set; } = [];

    /// <summary>People who may be asked for an opinion.</summary>
    public IReadOnlyList<Person> Colleagues { get; private set; } = [];

    /// <summary>Living units by name, for settling a doubtful line.</summary>
    public IReadOnlyList<string> UnitNames { get; private set; } = [];

    public bool Editable => View.Directive.DrafterId == Actor.PersonId
        && View.Directive.State is DirectiveState.Draft or DirectiveState.Returned or DirectiveState.InReview;

    public bool Submittable => Editable && View.Directive.State is not DirectiveState.InReview;

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        if (await DirectiveView.LoadAsync(Visit, DirectiveId, Aborted) is not { } view)
        {
            return false;
        }

        View = view;
        Reading = await DraftReading.OfAsync(Visit, view, Text, Aborted);
        var today = WorkingCalendar.LocalDate(Now);
        var people = await Db.Set<Person>().AsNoTracking().Include(person => person.Grants)
            .Where(person => person.DisabledAt == null).OrderBy(person => person.FullName).ToListAsync(Aborted);
        var signing = SignStep.RolesFor(view.Directive.Authority).ToHashSet();
        Signers = people.FindAll(person => person.Grants.Exists(grant => signing.Contains(grant.Role) && grant.HeldOn(today)));
        Colleagues = people.FindAll(person => person.Id != view.Directive.DrafterId
            && person.Grants.Exists(grant => grant.Role is not (Role.RecipientClerk or Role.Administrator or Role.Auditor) && grant.HeldOn(today)));
        if (Reading.Plan.Unsettled > 0)
        {
            UnitNames = await Db.Set<Unit>().Where(unit => unit.ValidFrom <= today && (unit.ValidUntil == null || unit.ValidUntil >= today)
                && unit.Kind != UnitKind.Section).OrderBy(unit => unit.Name).Select(unit => unit.Name).ToListAsync(Aborted);
        }

        return true;
    }

    /// <summary>Where an act came from: the registry settles lines on its own desk, the drafter on his.</summary>
    protected string Back(string otherwise) =>
        Url.IsLocalUrl(Request.Form["back"]) ? Request.Form["back"]! : $"/directives/{DirectiveId}/{otherwise}";
}
