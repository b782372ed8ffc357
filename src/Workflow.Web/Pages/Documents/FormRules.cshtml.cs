using Microsoft.AspNetCore.Mvc;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Documents;

/// <summary>The check list as it stands in the program.</summary>
internal sealed class FormRulesModel : VisitedPage
{
    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override Task<bool> ShowAsync() => Task.FromResult(true);
}
