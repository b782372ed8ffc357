using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People;

namespace Workflow.Web.Pages.People;

/// <summary>Makes an access token for the visitor.</summary>
internal sealed class TokensModel(IssueApiToken issue) : PeoplePage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int Days { get; set; } = 90;

    /// <summary>What may be done with it. Reading only, when nothing was chosen.</summary>
    [BindProperty]
    public TokenScope Scope { get; set; } = TokenScope.Read;

    // Shown in this very answer and never again, so the page is not left by a redirect.
    public async Task<IActionResult> OnPostAsync()
    {
        var result = await issue.RunAsync(Actor, Name, Days, Scope, Aborted);
        NewToken = result.Done ? result.Value : null;
        Response.Headers.CacheControl = "no-store";
        return result.Refusal is { } refusal ? await AgainAsync(refusal) : await PageAsync();
    }
}
