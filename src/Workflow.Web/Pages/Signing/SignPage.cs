using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;
using Workflow.Web.Pages.Documents;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.Signing;

/// <summary>Reading and signing, made for a phone held in one hand: the text, and one bar with the three decisions.</summary>
internal class SignPage : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DirectiveId { get; set; }

    /// <summary><c>page</c> shows the A4 page instead of text that follows the width of the screen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    /// <summary>Content hash that was on the screen.</summary>
    [BindProperty]
    public string SeenHash { get; set; } = "";

    /// <summary>What would be signed; null for somebody who does not sign it.</summary>
    public Offered? Offered { get; private set; }

    /// <summary>Others who may sign instead.</summary>
    public IReadOnlyList<Person> Others { get; private set; } = [];

    // Reached by the directive, as a notification links to it: the open task is looked up, or the last one when it was signed meanwhile.
    protected override async Task<bool> ShowAsync()
    {
        ItemId ??= await Db.WorkOfferedTo(Actor).Where(item => item.DirectiveId == DirectiveId && item.Kind == SignStep.Kind)
            .OrderBy(item => item.CompletedAt != null || item.WithdrawnAt != null).ThenByDescending(item => item.OfferedAt)
            .Select(item => (Guid?)item.Id).FirstOrDefaultAsync(Aborted);
        return ItemId is not null && await base.ShowAsync() && Item?.DirectiveId == DirectiveId;
    }

    protected override async Task ShowTaskAsync(WorkItem item, DirectiveView directive)
    {
        var roles = SignStep.RolesFor(directive.Directive.Authority).ToArray();
        var today = WorkingCalendar.LocalDate(Now);
        var offered = await HttpContext.RequestServices.GetRequiredService<ToBeSigned>().OfAsync(Actor, item.Id, Aborted);
        Offered = offered.Done ? offered.Value : null;
        Others = await Db.Set<Person>().AsNoTracking()
            .Where(person => person.DisabledAt == null && person.Id != Actor.PersonId
                && person.Grants.Any(grant => roles.Contains(grant.Role) && grant.From <= today && (grant.Until == null || grant.Until >= today)))
            .OrderBy(person => person.FullName).ToListAsync(Aborted);
    }
}
