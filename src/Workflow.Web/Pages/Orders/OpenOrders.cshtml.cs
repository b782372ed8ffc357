using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Orders;
using Workflow.Web.Pages.Dissemination;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Orders;

/// <summary>Open tasks of all issued directives, by deadline.</summary>
internal sealed class OpenOrdersModel : VisitedPage
{
    private const int MostLines = 300;
    private const int SoonDays = 7;

    /// <summary>late, soon, dated, undated, or null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public IReadOnlyList<OpenOrder> All { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public IReadOnlyList<OpenOrder> Lines => Of(Tab);

    public Task<IActionResult> OnGetAsync() => PageAsync();

    public IReadOnlyList<OpenOrder> Of(string? tab) => tab switch
    {
        "late" => [.. All.Where(order => order.Task.DueOn < Today)],
        "soon" => [.. All.Where(order => order.Task.DueOn >= Today && order.Task.DueOn <= Today.AddDays(SoonDays))],
        "undated" => [.. All.Where(order => order.Task.DueOn is null)],
        _ => All,
    };

    public string Tone(DateOnly due) => due < Today ? "bad" : due <= Today.AddDays(SoonDays) ? "warn" : "mute";

    protected override async Task<bool> ShowAsync()
    {
        if (!BoardView.MaySee(Visit))
        {
            return false;
        }

        Today = WorkingCalendar.LocalDate(Now);
        All = await Db.OpenOrdersSeenByAsync(Actor, MostLines, Aborted);
        return true;
    }
}
