using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Workflow.Directives;
using Workflow.Directives.Dissemination;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>
/// What the link in a unit's notice opens, without an account: the document and this unit's answer, nothing of any other unit.
/// Opening it changes nothing; scanners of mail open links too.
/// </summary>
[AllowAnonymous]
internal class ReceiptPage : VisitedPage
{
    private const string Cookie = "receiver";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Position { get; set; }

    [BindProperty]
    public string? ArrivalNumber { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ReceivedCopy Copy { get; private set; } = null!;

    public virtual Task<IActionResult> OnGetAsync()
    {
        var known = Request.Cookies[Cookie]?.Split('|').Select(Uri.UnescapeDataString).ToArray() ?? [];
        (Name, Position) = (known.ElementAtOrDefault(0), known.ElementAtOrDefault(1));
        return PageAsync();
    }

    protected override async Task<bool> ShowAsync()
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var link = await Db.FindLinkAsync(Token, Now, Aborted);
        if (link.Refusal is { Kind: RefusalKind.Gone } ended)
        {
            HttpContext.Items[WhyMissing] = Visit.Sentence(ended);
        }

        if (!link.Done || await ReceivedCopy.LoadAsync(Db, link.Value, Aborted) is not { } copy)
        {
            return false;
        }

        Copy = copy;
        return true;
    }

    /// <summary>Keeps name and position on this device, so that they are typed once.</summary>
    protected void Remember() => Response.Cookies.Append(Cookie, $"{Uri.EscapeDataString(Name ?? "")}|{Uri.EscapeDataString(Position ?? "")}", new CookieOptions
    {
        HttpOnly = true,
        MaxAge = Remembered,
        Path = "/a",
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
        IsEssential = true,
    });
}
