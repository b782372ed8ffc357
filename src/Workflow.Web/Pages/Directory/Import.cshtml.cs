using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Directory.Exchange;

namespace Workflow.Web.Pages.Directory;

/// <summary>A file that was brought: what it would change today, and the consent to that.</summary>
internal sealed class ImportModel(ImportDirectory imports) : DirectoryPage
{
    [BindProperty(SupportsGet = true)]
    public Guid ImportId { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    public DirectoryImport Import { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await imports.ApplyAsync(Actor, ImportId, Seen, Aborted), _ => "/directory/exchange", "Directory.Changed");

    protected override async Task<bool> ShowAsync()
    {
        if (!MayPropose || await Db.Set<DirectoryImport>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == ImportId, Aborted) is not { } import)
        {
            return false;
        }

        Import = import;
        if (import.AppliedAt is null && await imports.PreviewAsync(Actor, ImportId, Aborted) is { Done: true } preview)
        {
            Shown(new PreviewSheet(preview.Value, $"/directory/imports/{ImportId}", null, "/directory/exchange", MayChange));
        }

        return true;
    }
}
