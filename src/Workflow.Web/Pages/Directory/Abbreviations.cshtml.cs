using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;

namespace Workflow.Web.Pages.Directory;

/// <summary>The abbreviations that recipient lines are read with; an administrator adds, changes and removes them.</summary>
internal sealed class AbbreviationsModel(ChangeDirectory change) : DirectoryPage
{
    private const string Here = "/directory/abbreviations";

    [BindProperty]
    public string? Short { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The one to take away.</summary>
    [BindProperty]
    public string? Remove { get; set; }

    public IReadOnlyList<Abbreviation> All { get; private set; } = [];

    public Task<IActionResult> OnPostAsync() => PreviewAsync(
        change,
        Remove is { Length: > 0 } removed
            ? new DirectoryWish(DirectorySheet.Abbreviations, [], [removed])
            : DirectoryWish.Of(DirectorySheet.Abbreviations, new DirectoryRow(1, new Dictionary<string, string> { ["short"] = Short ?? "", ["words"] = Words ?? "" })),
        Here);

    protected override async Task<bool> ShowAsync()
    {
        All = await Db.Set<Abbreviation>().AsNoTracking().OrderBy(one => one.Short).ToListAsync(Aborted);
        return true;
    }
}
