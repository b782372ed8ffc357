using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Dissemination;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>Reminds the ticked units one by one: a unit that cannot be reminded does not hold up the others.</summary>
internal sealed class RemindManyModel(RemindUnit remind) : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DirectiveId { get; set; }

    [BindProperty(Name = "units")]
    public List<Guid> Units { get; set; } = [];

    public IActionResult OnGet() => LocalRedirect($"/directives/{DirectiveId}?tab=board");

    public async Task<IActionResult> OnPostAsync()
    {
        var refusals = new List<string>();
        foreach (var unit in Units.Distinct())
        {
            if ((await remind.RunAsync(Actor, unit, Aborted)).Refusal is { } refusal)
            {
                refusals.Add(Visit.Sentence(refusal));
            }
        }

        var reasons = string.Join(" ", refusals.CountBy(sentence => sentence).Select(same => $"{same.Key} ({same.Value})"));
        TempData["Done"] = Visit.Say("Dissemination.RemindManyDone", Units.Count - refusals.Count, Units.Count, reasons).Trim();
        return LocalRedirect($"/directives/{DirectiveId}?tab=board");
    }

    protected override Task<bool> ShowAsync() => Task.FromResult(true);
}
