using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.People;

/// <summary>The way out.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(SignInDoor door) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await door.SignOutAsync(HttpContext);
        return LocalRedirect("/sign-in");
    }
}
