using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Workflow.Directives;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Directory;

/// <summary>What a preview shows, and where to go from it.</summary>
/// <param name="Preview">What would change.</param>
/// <param name="Action">Where the consent is posted.</param>
/// <param name="Wish">What is wanted, for the consent; null where the server keeps it.</param>
/// <param name="Back">Where to go on.</param>
/// <param name="Applies">Whether the reader may apply it; otherwise he proposes it, or waits for who may.</param>
internal sealed record PreviewSheet(DirectoryPreview Preview, string Action, string? Wish, string Back, bool Applies);

/// <summary>A page of the directory. Everybody who is signed in reads; the Chief of Office changes, after a preview.</summary>
internal abstract class DirectoryPage : VisitedPage
{
    /// <summary>The day looked at; today when unset.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public DateOnly Day => On ?? WorkingCalendar.LocalDate(Now);

    public bool MayChange => Visit.May(Right.ChangeDirectory);

    /// <summary>Whether the visitor may bring a file in for somebody else to apply.</summary>
    public bool MayPropose => Visit.May(Right.ProposeDirectory);

    /// <summary>What would change, once that was asked for.</summary>
    public PreviewSheet? Sheet { get; private set; }

    public Task<IActionResult> OnGetAsync() => PageAsync();

    /// <summary>Shows the page again with what the wish would change.</summary>
    protected async Task<IActionResult> PreviewAsync(ChangeDirectory change, DirectoryWish wish, string back)
    {
        var result = await change.PreviewAsync(Actor, wish, On, Aborted);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal);
        }

        Sheet = new PreviewSheet(result.Value, "/directory/changes", JsonSerializer.Serialize(wish), back, MayChange);
        return await PageAsync();
    }

    protected void Shown(PreviewSheet sheet) => Sheet = sheet;

    /// <summary>An address of this application, or the directory.</summary>
    protected string Within(string? back) => Url.IsLocalUrl(back) ? back! : "/directory";
}
