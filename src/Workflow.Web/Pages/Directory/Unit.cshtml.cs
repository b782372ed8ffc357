using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Directory;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Directory;

/// <summary>One unit: its days, names, contacts and who took over.</summary>
internal sealed class UnitModel : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid UnitId { get; set; }

    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<Unit> Successors { get; private set; } = [];

    public IReadOnlyList<Unit> Predecessors { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        var unit = await Db.Set<Unit>().AsNoTracking().Include(one => one.Aliases).Include(one => one.Contacts).Include(one => one.Successors)
            .AsSplitQuery().SingleOrDefaultAsync(one => one.Id == UnitId, Aborted);
        if (unit is null)
        {
            return false;
        }

        Unit = unit;
        var next = unit.Successors.Select(one => one.SuccessorId).ToArray();
        Successors = await Db.Set<Unit>().AsNoTracking().Where(one => next.Contains(one.Id)).OrderBy(one => one.Name).ToListAsync(Aborted);
        Predecessors = await Db.Set<Unit>().AsNoTracking().Where(one => one.Successors.Any(link => link.SuccessorId == UnitId))
            .OrderBy(one => one.Name).ToListAsync(Aborted);
        return true;
    }
}
