using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Directory;

namespace Workflow.Web.Pages.Directory;

/// <summary>A unit in a list.</summary>
internal sealed record UnitLine(Guid Id, string Code, string Name, UnitKind Kind, DateOnly? Until, string? Contact, string? Email);

/// <summary>The units of a day.</summary>
internal sealed class UnitsModel : DirectoryPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitLevel? Level { get; set; }

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    protected override async Task<bool> ShowAsync()
    {
        var living = await Db.Set<Unit>().AsNoTracking().Include(unit => unit.Contacts).Include(unit => unit.Aliases)
            .Where(unit => unit.ValidFrom <= Day && (unit.ValidUntil == null || unit.ValidUntil >= Day))
            .OrderBy(unit => unit.Kind).ThenBy(unit => unit.Name).AsSplitQuery().ToListAsync(Aborted);

        // A directory has some hundred units; folded comparison finds them with the tone mark on either vowel.
        var words = Folded(Words);
        Units =
        [
            .. living.Where(unit => (Kind is null || unit.Kind == Kind) && (Level is null || unit.Kind.Level() == Level)
                    && (words.Length == 0 || unit.Aliases.Select(alias => alias.Text).Append(unit.Name).Append(unit.Code).Append(unit.ShortName ?? "")
                        .Any(name => Folded(name).Contains(words, StringComparison.Ordinal))))
                .Select(unit => (unit, contact: unit.Contacts.MinBy(contact => contact.Order)))
                .Select(one => new UnitLine(one.unit.Id, one.unit.Code, one.unit.Name, one.unit.Kind, one.unit.ValidUntil, one.contact?.Name, one.contact?.Email)),
        ];
        return true;
    }

    private static string Folded(string? text) => VietnameseFold.Plain(text ?? "");
}
