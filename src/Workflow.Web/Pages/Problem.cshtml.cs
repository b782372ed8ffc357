using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Workflow.Web.Pages;

/// <summary>What an unknown address shows.</summary>
[AllowAnonymous]
internal sealed class ProblemModel : PageModel
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status404NotFound;
}
