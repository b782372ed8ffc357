using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages;

/// <summary>Opens what a person most likely came for.</summary>
internal sealed class IndexModel : VisitedPage
{
    public IActionResult OnGet() => LocalRedirect(
        Visit.MayEver(Right.UseDesk) ? "/work"
        : Visit.MayEver(Right.Acknowledge) ? "/inbox"
        : Visit.MayEver(Right.ProposeRole) ? "/people"
        : "/directives");

    protected override Task<bool> ShowAsync() => Task.FromResult(true);
}
