using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Web.Api;
using Workflow.Web.Localization;

namespace Workflow.Web.Pages.Shared;

/// <summary>A page of somebody who is signed in. An act that is refused shows the page again, with what was typed and why not.</summary>
internal abstract class VisitedPage : PageModel
{
    /// <summary>Where in the request stands what is told of something that cannot be shown.</summary>
    internal static readonly object WhyMissing = new();

    /// <summary>The visit; at hand from the first line of a handler.</summary>
    public Visit Visit => HttpContext.RequestServices.GetRequiredService<Visit>();

    protected WorkflowDb Db => Visit.Db;

    protected Actor Actor => Visit.Actor;

    protected DateTime Now => Visit.Now;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Loads what the page shows.</summary>
    /// <returns>False when there is no such thing for this person.</returns>
    protected abstract Task<bool> ShowAsync();

    /// <summary>A page that says there is no such thing here, or what the page has told of why it is gone, with the status for it.</summary>
    internal IActionResult Missing()
    {
        Response.StatusCode = HttpContext.Items[WhyMissing] is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return Partial("_Missing");
    }

    /// <summary>The page, or "no such thing".</summary>
    protected async Task<IActionResult> PageAsync() => await ShowAsync() ? Page() : Missing();

    /// <summary>Ends an act: on with a word of what was done, or the same page again with the refusal.</summary>
    /// <typeparam name="T">What the act gives back.</typeparam>
    /// <param name="result">The outcome.</param>
    /// <param name="next">Where to go on.</param>
    /// <param name="done">Key of the words for what was done.</param>
    protected async Task<IActionResult> EndAsync<T>(Result<T> result, Func<T, string> next, string done)
    {
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal);
        }

        TempData["Done"] = Visit.Say(done);
        return LocalRedirect(next(result.Value));
    }

    internal async Task<IActionResult> AgainAsync(Refusal refusal)
    {
        Response.StatusCode = Answer.StatusOf(refusal.Kind);
        Told(refusal);
        return refusal.Kind == RefusalKind.NotVisible || !await ShowAsync() ? Missing() : Page();
    }

    /// <summary>Puts a refusal before the reader.</summary>
    /// <param name="refusal">Why not.</param>
    protected void Told(Refusal refusal)
    {
        ModelState.AddModelError("", Visit.Sentence(refusal));
        foreach (var problem in refusal.Problems ?? [])
        {
            var words = Languages.IsEnglish ? problem.English : problem.Vietnamese;
            ModelState.AddModelError("", problem.Line > 0
                ? Visit.Say("Refusal.AtLine", problem.Line.ToString(CultureInfo.InvariantCulture), words)
                : words);
        }
    }
}
