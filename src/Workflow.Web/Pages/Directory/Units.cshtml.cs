using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Directory;

/// <summary>A unit in a list.</summary>
internal sealed record UnitLine(Guid Id, string Code, string Name, UnitKind Kind, DateOnly From, DateOnly? Until, string? Contact, string? Email);

/// <summary>The directory on a day: units and groups.</summary>
internal sealed class UnitsModel : VisitedPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitKind? Kind { get; set; }

    /// <summary>The day asked for; today when unset.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    /// <summary>groups, or null for units.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public DateOnly Day { get; private set; }

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    public IReadOnlyList<(string Name, IReadOnlyList<string> Aliases, int Members)> Groups { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        Day = On ?? WorkingCalendar.LocalDate(Now);
        var living = await Db.Set<Unit>().AsNoTracking().Include(unit => unit.Contacts).Include(unit => unit.Aliases)
            .Where(unit => unit.ValidFrom <= Day && (unit.ValidUntil == null || unit.ValidUntil >= Day))
            .OrderBy(unit => unit.Kind).ThenBy(unit => unit.Name).AsSplitQuery().ToListAsync(Aborted);
        if (Tab == "groups")
        {
            await ShowGroupsAsync(living);
            return true;
        }

        // A directory has some hundred units; folded comparison finds them with the tone mark on either vowel.
        var words = Folded(Words);
        Units =
        [
            .. living.Where(unit => (Kind is null || unit.Kind == Kind)
                    && (words.Length == 0 || unit.Aliases.Select(alias => alias.Text).Append(unit.Name).Append(unit.Code).Append(unit.ShortName ?? "")
                        .Any(name => Folded(name).Contains(words, StringComparison.Ordinal))))
                .Select(unit => (unit, contact: unit.Contacts.MinBy(contact => contact.Order)))
                .Select(one => new UnitLine(
                    one.unit.Id, one.unit.Code, one.unit.Name, one.unit.Kind, one.unit.ValidFrom, one.unit.ValidUntil, one.contact?.Name, one.contact?.Email)),
        ];
        return true;
    }

    private static string Folded(string? text) => VietnameseFold.Plain(text ?? "");

    private async Task ShowGroupsAsync(List<Unit> living)
    {
        var groups = await Db.Set<UnitGroup>().AsNoTracking().Include(group => group.Aliases).Include(group => group.Rules).Include(group => group.Members)
            .Where(group => group.ValidFrom <= Day && (group.ValidUntil == null || group.ValidUntil >= Day))
            .OrderBy(group => group.Name).AsSplitQuery().ToListAsync(Aborted);
        Groups = [.. groups.Select(group => (group.Name, (IReadOnlyList<string>)[.. group.Aliases.Select(alias => alias.Text)], living.Count(group.TakesIn)))];
    }
}
