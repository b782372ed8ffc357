using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages;

/// <summary>Opens what a person most likely came for.</summary>
internal sealed class IndexModel : VisitedPage
{
    public IActionResult OnGet() => LocalRedirect(
        Visit.Holds(Role.Drafter, Role.UnitHead, Role.ChiefOfOffice, Role.DeputySecretary, Role.Secretary, Role.Registry) ? "/work"
        : Visit.Holds(Role.RecipientClerk) ? "/inbox"
        : Visit.Holds(Role.Administrator) ? "/outbox"
        : "/directives");

    protected override Task<bool> ShowAsync() => Task.FromResult(true);
}
