using Microsoft.AspNetCore.Mvc;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>The board alone, for a page that keeps it fresh.</summary>
internal sealed class BoardModel : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DirectiveId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public BoardView Board { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() =>
        await ShowAsync() ? this.Unchanged(Board.All.Select(line => new { line.Delivery.Version, line.Bucket }), Show) ?? Page() : Missing();

    protected override async Task<bool> ShowAsync()
    {
        if (await BoardView.LoadAsync(Visit, DirectiveId, Show, Aborted) is not { } board)
        {
            return false;
        }

        Board = board;
        return true;
    }
}
