using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Drafting;
using Workflow.Directives.Work;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>The drafts a person began, and with whom each one is now.</summary>
internal sealed class DraftsModel : VisitedPage
{
    private const int MostLines = 200;

    private static readonly DirectiveState[] OnTheWay =
        [DirectiveState.Draft, DirectiveState.Returned, DirectiveState.InReview, DirectiveState.Signed, DirectiveState.Numbered, DirectiveState.Sealed];

    public IReadOnlyList<Directive> Drafts { get; private set; } = [];

    /// <summary>Open tasks of each directive.</summary>
    public ILookup<Guid, WorkItem> Waiting { get; private set; } = Array.Empty<WorkItem>().ToLookup(item => item.DirectiveId);

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        Drafts = await Db.Set<Directive>().AsNoTracking()
            .Where(directive => directive.DrafterId == Actor.PersonId && OnTheWay.Contains(directive.State))
            .OrderBy(directive => directive.State == DirectiveState.Returned ? 0 : directive.State == DirectiveState.Draft ? 1 : 2)
            .ThenByDescending(directive => directive.ChangedAt)
            .Take(MostLines).ToListAsync(Aborted);
        var ids = Drafts.Select(directive => directive.Id).ToArray();
        Waiting = (await Db.Set<WorkItem>().AsNoTracking()
            .Where(item => ids.Contains(item.DirectiveId) && item.CompletedAt == null && item.WithdrawnAt == null)
            .ToListAsync(Aborted)).ToLookup(item => item.DirectiveId);
        return true;
    }
}
