using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People.Rights;
using Workflow.Directives.People.Roles;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.People;

/// <summary>An administrator adds a person.</summary>
internal sealed class NewPersonModel(AddPerson add) : VisitedPage
{
    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Position { get; set; }

    public Task<IActionResult> OnGetAsync() => PageAsync();

    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await add.RunAsync(Actor, new(FullName, Email, Unit, Position), Aborted), person => $"/people/{person.Id}", "People.Added");

    protected override Task<bool> ShowAsync() => Task.FromResult(Visit.May(Right.ProposeRole));
}
