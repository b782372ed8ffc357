using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Workflow.Directives;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Directory.Exchange;

namespace Workflow.Web.Pages.Directory;

/// <summary>Makes a change that was previewed, or proposes it to whoever may. When the directory has changed meanwhile, the preview is shown anew.</summary>
internal sealed class ChangesModel(ChangeDirectory change, ImportDirectory imports) : DirectoryPage
{
    [BindProperty]
    public string? Wish { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Back { get; set; }

    public async Task<IActionResult> OnPostAsync() => Read() is not { } wish ? await AgainAsync(Refusals.NotVisible)
        : MayChange ? await EndAsync(await change.RunAsync(Actor, wish, Seen, Aborted), _ => Within(Back), "Directory.Changed")
        : await EndAsync(await imports.ProposeAsync(Actor, wish, Aborted), import => $"/directory/imports/{import.Id}", "Directory.Proposed");

    protected override async Task<bool> ShowAsync()
    {
        if (!MayPropose || Read() is not { } wish)
        {
            return false;
        }

        var preview = await change.PreviewAsync(Actor, wish, On, Aborted);
        if (preview.Done)
        {
            Shown(new PreviewSheet(preview.Value, "/directory/changes", Wish, Within(Back), MayChange));
        }

        return preview.Done;
    }

    private DirectoryWish? Read()
    {
        try
        {
            return Wish is null ? null : JsonSerializer.Deserialize<DirectoryWish>(Wish);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
