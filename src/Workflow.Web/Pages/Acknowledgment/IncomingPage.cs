using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>One incoming document as its unit's clerk sees it. Each act is a page that shows this one.</summary>
internal class IncomingPage : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DeliveryId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Position { get; set; }

    [BindProperty]
    public string? ArrivalNumber { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReceivedCopy Copy { get; private set; } = null!;

    public string Here => $"/inbox/{DeliveryId}";

    public virtual Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        var mine = await Db.Set<Delivery>().AnyAsync(
            delivery => delivery.Id == DeliveryId && delivery.UnitId == Actor.UnitId
                && Db.DirectivesSeenBy(Actor).Any(directive => directive.Id == delivery.DirectiveId), Aborted);
        if (!mine || !Visit.MayEver(Right.Acknowledge) || await ReceivedCopy.LoadAsync(Db, DeliveryId, Aborted) is not { } copy)
        {
            return false;
        }

        Copy = copy;
        var me = await Db.Set<Person>().AsNoTracking().SingleAsync(person => person.Id == Actor.PersonId, Aborted);
        (Name, Position) = (Name ?? me.FullName, Position ?? (Languages.IsEnglish ? me.PositionEnglish : me.Position));
        return true;
    }
}
