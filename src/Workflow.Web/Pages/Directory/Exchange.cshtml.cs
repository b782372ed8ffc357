using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Directory.Exchange;
using Workflow.Directives.People.Rights;

namespace Workflow.Web.Pages.Directory;

/// <summary>Files out of the directory and into it.</summary>
[RequestSizeLimit(9 * 1024 * 1024)]
internal sealed class ExchangeModel(ImportDirectory imports, ExportDirectory exports) : DirectoryPage
{
    private const int MostShown = 20;

    [BindProperty]
    public DirectorySheet List { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<DirectoryImport> Imports { get; private set; } = [];

    public async Task<IActionResult> OnPostFileAsync([FromForm(Name = "File")] string? wanted)
    {
        if (wanted?.Split('.') is not [var name, var ending] || !Enum.TryParse<DirectorySheet>(name, out var list) || !Enum.TryParse<TableFormat>(ending, out var format))
        {
            return Missing();
        }

        var file = await exports.RunAsync(Actor, list, format, Aborted);
        return file.Refusal is { } refusal ? await AgainAsync(refusal) : File(file.Value.Content, file.Value.ContentType, file.Value.Name);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        using var content = new MemoryStream();
        if (Upload is not null)
        {
            await Upload.CopyToAsync(content, Aborted);
        }

        return await EndAsync(
            await imports.BringAsync(Actor, new(List, Upload?.FileName, content.ToArray()), Aborted), import => $"/directory/imports/{import.Id}", "Directory.Brought");
    }

    protected override async Task<bool> ShowAsync()
    {
        Imports = await Db.Set<DirectoryImport>().AsNoTracking().OrderByDescending(one => one.At).Take(MostShown).ToListAsync(Aborted);
        return MayPropose || Visit.May(Right.ExportPersonalData);
    }
}
