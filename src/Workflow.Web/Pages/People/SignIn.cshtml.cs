using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;
using Workflow.Web.Pages.Shared;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.People;

/// <summary>A sample person to enter as.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Full name.</param>
/// <param name="Position">Position in the reader's language.</param>
internal sealed record Guest(Guid Id, string Name, string Position);

/// <summary>The way in: address and password, then the second factor; a one-time code for the first time; one click while the data are samples.</summary>
[AllowAnonymous]
internal sealed class SignInModel(Visit visit, SampleMode sample, SignInDoor door, SignInByPassword byPassword, SetPassword setPassword) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public bool Sample => sample.On;

    /// <summary>What to bring along with the second factor; null on the first page.</summary>
    public string? Ticket { get; private set; }

    /// <summary>The one-time code with which a first password is being set.</summary>
    public string? FirstCode { get; private set; }

    public IReadOnlyList<(Role Role, IReadOnlyList<Guest> Guests)> Roles { get; private set; } = [];

    /// <summary>Challenge for a passkey; null where there can be none.</summary>
    public PasskeyChallenge? Passkey { get; private set; }

    /// <summary>Whether a sign-in at the identity provider led to nobody here.</summary>
    [BindProperty(SupportsGet = true, Name = "refused")]
    public string? RefusedBy { get; set; }

    /// <summary>What people call the identity provider; null when there is none.</summary>
    public string? Provider => HttpContext.RequestServices.GetRequiredService<OpenIdSettings>() is { On: true } settings ? settings.Name : null;

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task OnGetAsync()
    {
        if (RefusedBy == "openid")
        {
            ModelState.AddModelError("", visit.Say("SignIn.OpenIdRefused"));
        }

        await ShowAsync();
    }

    // A link, not a form: the page's own policy lets forms go nowhere else (form-action).
    public IActionResult OnGetOpenId() => Provider is null
        ? NotFound()
        : Challenge(new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(Back) ? Back : "/" }, OpenIdScheme.Name);

    public async Task<IActionResult> OnPostPersonAsync(Guid personId)
    {
        await door.SignInAsync(HttpContext, personId);
        return Next();
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? email, string? password) =>
        await EndAsync(await byPassword.PasswordAsync(email, password, Aborted), "password", "SignIn.Wrong");

    public async Task<IActionResult> OnPostSecondAsync(string? ticket, string? code) =>
        await EndAsync(await byPassword.CodeAsync(ticket, code, Aborted), "password+code", "SignIn.WrongSecond");

    public async Task<IActionResult> OnPostPasskeyAsync(string? ticket, string? credential) =>
        await EndAsync(await byPassword.PasskeyAsync(ticket, credential, Aborted), "passkey", "SignIn.WrongPasskey");

    public async Task<IActionResult> OnPostCodeAsync(string? code)
    {
        if (await SignInCode.FindAsync(visit.Db, code, visit.Now, Aborted) is null)
        {
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, Visit.Sentence(AccountRefusals.CodeRefused));
        }

        FirstCode = code!.Trim();
        return Page();
    }

    public async Task<IActionResult> OnPostFirstAsync(string? code, string? password, string? again)
    {
        var refusal = password == again ? null : AccountRefusals.PasswordsDiffer;
        if (refusal is null)
        {
            var result = await setPassword.ByCodeAsync(code, password, Aborted);
            if (result.Done && await door.EnterAsync(HttpContext, result.Value.Id, "first-password"))
            {
                return Next();
            }

            refusal = result.Refusal ?? AccountRefusals.CodeRefused;
        }

        FirstCode = refusal == AccountRefusals.CodeRefused ? null : code;
        return await AgainAsync(StatusCodes.Status422UnprocessableEntity, Visit.Sentence(refusal));
    }

    private async Task<IActionResult> EndAsync(SignInTried tried, string way, string wrong)
    {
        if (tried.Person is { } person && await door.EnterAsync(HttpContext, person, way))
        {
            return Next();
        }

        Ticket = tried.Ticket;
        if (tried.Wait is { } wait)
        {
            Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return await AgainAsync(StatusCodes.Status429TooManyRequests, visit.Say("SignIn.Slowed", (int)Math.Ceiling(wait.TotalMinutes)));
        }

        var asked = tried.Ticket is not null && way == "password";
        return asked ? Page() : await AgainAsync(StatusCodes.Status401Unauthorized, visit.Say(wrong));
    }

    private async Task<IActionResult> AgainAsync(int status, string sentence)
    {
        ModelState.AddModelError("", sentence);
        Response.StatusCode = status;
        await ShowAsync();
        return Page();
    }

    private LocalRedirectResult Next() => LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");

    private async Task ShowAsync()
    {
        var keys = HttpContext.RequestServices.GetRequiredService<Passkeys>();
        Passkey = keys.Possible ? await keys.AskAsync() : null;
        if (!sample.On)
        {
            return;
        }

        var (today, english) = (WorkingCalendar.LocalDate(visit.Now), Localization.Languages.IsEnglish);
        var people = await visit.Db.Set<Person>().AsNoTracking().Include(person => person.Grants)
            .Where(person => person.DisabledAt == null).OrderBy(person => person.FullName).ToListAsync(Aborted);
        Roles =
        [
            .. Enum.GetValues<Role>().Select(role => (role, (IReadOnlyList<Guest>)
            [
                .. people.Where(person => person.Grants.Exists(grant => grant.Role == role && grant.HeldOn(today))).Select(person => new Guest(
                    person.Id, person.FullName, english ? person.PositionEnglish : person.Position)),
            ])).Where(one => one.Item2.Count > 0),
        ];
    }
}
