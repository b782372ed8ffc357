using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Recipients;

namespace Workflow.Web.Pages.Drafting;

/// <summary>A clerk's word on what a doubtful recipient line means.</summary>
internal sealed class SettleModel(SettleRecipientLine settle) : DraftPage
{
    [BindProperty]
    public string LineText { get; set; } = "";

    /// <summary>Ticked suggestions; each is one or more unit keys with commas between.</summary>
    [BindProperty]
    public List<string> Units { get; set; } = [];

    /// <summary>A unit chosen by its name.</summary>
    [BindProperty]
    public string? UnitName { get; set; }

    [BindProperty]
    public string? NobodyBecause { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var units = Units.SelectMany(ids => ids.Split(',')).Select(id => Guid.TryParse(id, out var unit) ? unit : Guid.Empty).ToHashSet();
        if (!string.IsNullOrWhiteSpace(UnitName))
        {
            var today = WorkingCalendar.LocalDate(Now);
            var named = await Db.Set<Unit>().Where(unit => unit.Name == UnitName.Trim() && unit.ValidFrom <= today
                && (unit.ValidUntil == null || unit.ValidUntil >= today)).Select(unit => unit.Id).ToListAsync(Aborted);
            units.UnionWith(named.Count > 0 ? named : [Guid.Empty]);
        }

        var result = await settle.RunAsync(Actor, new(DirectiveId, LineText, [.. units], NobodyBecause), Aborted);
        return await EndAsync(result, _ => Back("draft#recipients"), "Drafting.Settled");
    }
}
