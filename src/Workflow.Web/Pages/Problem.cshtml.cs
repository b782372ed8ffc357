using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Workflow.Web.Edge;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages;

/// <summary>What a request shows that ended without a page of its own, an unknown address first of all.</summary>
[AllowAnonymous]
internal sealed class ProblemModel : PageModel
{
    public void OnGet()
    {
        if (!EdgeAnswer.IsShown(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        // What is not there has words of its own.
        if (Response.StatusCode != StatusCodes.Status404NotFound)
        {
            var words = EdgeAnswer.Of(Response.StatusCode);
            HttpContext.Items[VisitedPage.WhyMissing] = Languages.IsEnglish ? words.English : words.Vietnamese;
        }
    }
}
