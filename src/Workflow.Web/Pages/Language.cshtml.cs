using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Workflow.Web.Localization;

namespace Workflow.Web.Pages;

/// <summary>Keeps the visitor's choice of language and goes back to the page it was made on.</summary>
[AllowAnonymous]
internal sealed class LanguageModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string language, string? back)
    {
        var chosen = language == Languages.English ? Languages.English : Languages.Vietnamese;
        Response.Cookies.Append(Languages.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Languages.Kept,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
        });
        return LocalRedirect(Url.IsLocalUrl(back) ? back! : "/");
    }
}
