using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Web.Pages.Shared;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.People;

/// <summary>A sample person to enter as.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Full name.</param>
/// <param name="Position">Position in the reader's language.</param>
internal sealed record Guest(Guid Id, string Name, string Position);

/// <summary>The way in: as a sample person while the data are samples, otherwise by a one-time code.</summary>
[AllowAnonymous]
internal sealed class SignInModel(Visit visit, SampleMode sample, SignInDoor door) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public bool Sample => sample.On;

    public IReadOnlyList<(Role Role, IReadOnlyList<Guest> Guests)> Roles { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostPersonAsync(Guid personId)
    {
        await door.SignInAsync(HttpContext, personId);
        return Next();
    }

    public async Task<IActionResult> OnPostCodeAsync(string? code)
    {
        if (await door.RedeemAsync(HttpContext, code ?? ""))
        {
            return Next();
        }

        ModelState.AddModelError("code", visit.Say("SignIn.WrongCode"));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync();
        return Page();
    }

    private LocalRedirectResult Next() => LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");

    private async Task ShowAsync()
    {
        if (!sample.On)
        {
            return;
        }

        var (today, english) = (WorkingCalendar.LocalDate(visit.Now), Localization.Languages.IsEnglish);
        var people = await visit.Db.Set<Person>().AsNoTracking().Include(person => person.Grants)
            .Where(person => person.DisabledAt == null).OrderBy(person => person.FullName).ToListAsync(HttpContext.RequestAborted);
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
