using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Citations;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.Work;
using Workflow.Web.Pages.Dissemination;
using Workflow.Web.Pages.Recall;
using Workflow.Web.Pages.Shared;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.Documents;

/// <summary>One directive: the document, where it stands, who has it, and everything that happened to it.</summary>
internal class DirectivePage : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DirectiveId { get; set; }

    /// <summary>board, history, or null for the document.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public DirectiveView View { get; private set; } = null!;

    public IReadOnlyList<TimelineEntry> History { get; private set; } = [];

    /// <summary>The board; null before the directive is issued, or for somebody who may not see it.</summary>
    public BoardView? Board { get; private set; }

    public WorkflowPicture? Picture { get; private set; }

    /// <summary>The recall that waits or was agreed to; null without one.</summary>
    public RecallView? Recalling { get; private set; }

    /// <summary>What the text cites, and who cites it.</summary>
    public (IReadOnlyList<CitedDocument> Cited, IReadOnlyList<CitingDirective> Citing) Citations { get; private set; }

    /// <summary>Tasks on this directive that are the visitor's to do.</summary>
    public IReadOnlyList<WorkItem> Mine { get; private set; } = [];

    /// <summary>Whether the visitor drafts it and may still change it.</summary>
    public bool Changeable => View.Directive.DrafterId == Actor.PersonId
        && View.Directive.State is DirectiveState.Draft or DirectiveState.Returned or DirectiveState.InReview;

    // A receiving unit reads its own copy, not the office's record of it.
    public async Task<IActionResult> OnGetAsync()
    {
        if (BoardView.MaySee(Visit))
        {
            return await PageAsync();
        }

        var own = await Db.Set<Delivery>().Where(delivery => delivery.DirectiveId == DirectiveId && delivery.UnitId == Actor.UnitId)
            .Select(delivery => (Guid?)delivery.Id).FirstOrDefaultAsync(Aborted);
        return own is { } id ? LocalRedirect($"/inbox/{id}") : Missing();
    }

    protected override async Task<bool> ShowAsync()
    {
        if (await DirectiveView.LoadAsync(Visit, DirectiveId, Aborted) is not { } view)
        {
            return false;
        }

        View = view;
        Recalling = await RecallView.LoadAsync(Visit, view.Directive, Aborted);
        Mine = [.. view.Open.Where(item => item.OfferedTo(Actor))];
        Board = view.Issuance is null ? null : await BoardView.LoadAsync(Visit, DirectiveId, Request.Query["show"], Aborted);
        Picture = await WorkflowPicture.LoadAsync(Visit, HttpContext.RequestServices.GetRequiredService<DefinitionShelf>(), view, Aborted);
        Citations = Tab is not null ? ([], []) : (
            await Db.CitedByAsync(Actor, view.Document, Aborted),
            view.Number is { } number ? await Db.CitingAsync(Actor, number, Aborted) : []);
        var entries = await Db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.DirectiveId == DirectiveId)
            .OrderByDescending(entry => entry.Seq).Take(BoardView.MostLines).ToListAsync(Aborted);
        History = [.. entries.Select(entry => HistoryWords.Of(Visit, entry))];
        return true;
    }
}
