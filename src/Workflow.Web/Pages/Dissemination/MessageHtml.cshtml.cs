using Microsoft.AspNetCore.Mvc;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>The HTML of a message alone, shut in: nothing of it runs, loads or leads anywhere.</summary>
internal sealed class MessageHtmlModel : MessagePage
{
    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await ShowAsync())
        {
            return Missing();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";
        return Content(Reading.Html, "text/html; charset=utf-8");
    }
}
