using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Drafting;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>Begins a draft from a template, or from a text brought along.</summary>
internal sealed class NewModel(DraftDirective draft) : VisitedPage
{
    [BindProperty]
    public string? TemplateKey { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Task<IActionResult> OnGetAsync() => PageAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var text = string.IsNullOrWhiteSpace(Text) ? null : Text;
        return await EndAsync(await draft.RunAsync(Actor, new(TemplateKey, text), Aborted), begun => $"/directives/{begun.Id}/draft", "Drafting.Begun");
    }

    protected override Task<bool> ShowAsync() => Task.FromResult(true);
}
