using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;

namespace Workflow.Web.Pages.Directory;

/// <summary>Units end on a day and others carry on: an end, a merger, a split.</summary>
internal sealed class ReorganisationModel(ChangeDirectory change) : DirectoryPage
{
    /// <summary>Units that end, one a line.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ending { get; set; }

    [BindProperty]
    public string? LastDay { get; set; }

    /// <summary>Units that carry on, one a line.</summary>
    [BindProperty]
    public string? Successors { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var reorganisation = new Reorganisation([.. Lines(Ending).Select(line => line.Split(' ')[0])], LastDay ?? "", Lines(Successors));
        return await PreviewAsync(change, reorganisation.Rows(await DirectorySnapshot.LoadAsync(Db, Aborted)), "/directory");
    }

    protected override Task<bool> ShowAsync() => Task.FromResult(MayPropose);

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
