using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Workflow.Web.Edge;
using Workflow.Web.Localization;

namespace Workflow.Web.Pages;

/// <summary>What a request shows that ended without a page of its own, an unknown address first of all.</summary>
[AllowAnonymous]
internal sealed class ProblemModel : PageModel
{
    /// <summary>What happened; null for what is not there, which has words of its own.</summary>
    public string? Told { get; private set; }

    public void OnGet()
    {
        if (!EdgeAnswer.IsShown(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        var words = EdgeAnswer.Of(Response.StatusCode);
        Told = Response.StatusCode == StatusCodes.Status404NotFound ? null : Languages.IsEnglish ? words.English : words.Vietnamese;
    }
}
