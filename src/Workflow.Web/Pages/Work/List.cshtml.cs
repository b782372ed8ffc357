using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Work;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Work;

/// <summary>The work list alone, for a desk that keeps it fresh.</summary>
internal sealed class ListModel : DeskPage
{
    public override async Task<IActionResult> OnGetAsync()
    {
        await ShowListAsync();
        Item = ItemId is { } id ? await Db.Set<WorkItem>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, Aborted) : null;
        return this.Unchanged(Counts, Lines, Tab, Due, ItemId, SpokenTime.EndOfToday(Now)) ?? Page();
    }
}
