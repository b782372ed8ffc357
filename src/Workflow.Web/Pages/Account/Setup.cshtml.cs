using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Workflow.Directives;
using Workflow.Directives.People.Accounts;
using Workflow.Web.Api;
using Workflow.Web.Pages.Shared;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.Account;

/// <summary>Where the first administrator of an installation lets himself in, once.</summary>
[AllowAnonymous]
internal sealed class SetupModel(SetUpAdministrator setUp, SignInDoor door) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Secret { get; set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Whether the link works, so that the form is shown.</summary>
    public bool Open { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync() =>
        await setUp.CheckAsync(Secret, HttpContext.RequestAborted) is { } refusal ? Refused(refusal) : Shown();

    public async Task<IActionResult> OnPostAsync(string? password, string? again)
    {
        if (password != again)
        {
            return Refused(AccountRefusals.PasswordsDiffer);
        }

        var result = await setUp.RunAsync(Secret, new SetUpAdministrator.Command(FullName, Email, password), HttpContext.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        await door.EnterAsync(HttpContext, result.Value.Id, "setup");
        return LocalRedirect("/");
    }

    private IActionResult Refused(Refusal refusal)
    {
        Response.StatusCode = Answer.StatusOf(refusal.Kind);
        if (refusal.Kind == RefusalKind.NotVisible)
        {
            return Partial("_Missing");
        }

        Open = refusal.Kind != RefusalKind.Gone;
        ModelState.AddModelError("", Visit.Sentence(refusal));
        return Shown();
    }

    private PageResult Shown()
    {
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
