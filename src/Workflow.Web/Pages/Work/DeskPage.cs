using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Directory;
using Workflow.Directives.Drafting;
using Workflow.Directives.Work;
using Workflow.Web.Pages.Documents;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Work;

/// <summary>The work list with one task beside it. Each act on a task is a page of its own feature that shows this same desk.</summary>
internal class DeskPage : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? ItemId { get; set; }

    /// <summary>The task acted on; one that is named wrongly is a task nobody sees.</summary>
    protected Guid TaskId => ItemId ?? Guid.Empty;

    /// <summary>mine, open (for anyone with the role), done, or null for everything still to do.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    /// <summary>late, today, soon, later, or null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Due { get; set; }

    /// <summary>Revision the person looked at when acting.</summary>
    [BindProperty]
    public int SeenRevision { get; set; }

    public WorkCounts Counts { get; private set; } = new(0, 0, 0, 0);

    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The task beside the list, or null when nothing waits.</summary>
    public WorkItem? Item { get; protected set; }

    public DirectiveView? Directive { get; private set; }

    /// <summary>Whether the person opened a task; otherwise the first is shown where there is room for both.</summary>
    public bool Chosen => ItemId is not null;

    /// <summary>Where the shown task is done, when not here.</summary>
    public string TaskHref => WorkLine.HrefOf(Item!.Id, Item.DirectiveId, Item.Kind);

    public virtual Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        await ShowListAsync();
        var shown = ItemId ?? (Tab == "done" ? null : Lines.FirstOrDefault(line => line.Kind != ReviseStep.Kind)?.ItemId);
        if (shown is null)
        {
            return true;
        }

        Item = await Db.Set<WorkItem>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == shown, Aborted);
        Directive = Item is null ? null : await DirectiveView.LoadAsync(Visit, Item.DirectiveId, Aborted);
        if (Directive is null)
        {
            return !Chosen;
        }

        await ShowTaskAsync(Item!, Directive);
        return true;
    }

    protected async Task ShowListAsync()
    {
        Counts = await Visit.CountWorkAsync(Tab, Aborted);
        Lines = await Visit.ListWorkAsync(Tab, Due, Aborted);
        var units = Lines.Select(line => line.UnitId).Distinct().ToArray();
        Units = await Db.Set<Unit>().Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, Aborted);
    }

    /// <summary>The address of this list with another tab or deadline.</summary>
    public static string Href(string? tab, string? due) => "/work" + QueryString.Create(
        new Dictionary<string, string?> { ["tab"] = tab, ["due"] = due }.Where(pair => pair.Value is not null));

    /// <summary>
    /// Ends an act on the task: on to the next one. A second sending of an act that this person already did, as after a broken
    /// line, is told as done and not as a failure.
    /// </summary>
    /// <typeparam name="T">What the act gives back.</typeparam>
    /// <param name="result">The outcome.</param>
    /// <param name="done">Key of the words for what was done.</param>
    protected async Task<IActionResult> EndTaskAsync<T>(Result<T> result, string done)
    {
        if (result.Refusal?.Code == WorkRefusals.AlreadyDone.Code
            && await Db.Set<WorkItem>().AnyAsync(item => item.Id == ItemId && item.CompletedBy == Actor.PersonId, Aborted))
        {
            TempData["Done"] = Visit.Say("Work.DoneBefore");
            return LocalRedirect("/work");
        }

        return await EndAsync(result, _ => "/work", done);
    }

    /// <summary>Loads what the act of this page needs beside the directive.</summary>
    /// <param name="item">The task.</param>
    /// <param name="directive">What it is about.</param>
    protected virtual Task ShowTaskAsync(WorkItem item, DirectiveView directive) => Task.CompletedTask;
}
