using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Drafting;

namespace Workflow.Web.Pages.Drafting;

/// <summary>Makes the change that a finding offers, on the text as it is typed.</summary>
internal sealed class FixModel(ApplyFix fix) : DraftPage
{
    /// <summary>Code of the rule; empty for every one that offers a change.</summary>
    [BindProperty]
    public string? Rule { get; set; }

    [BindProperty]
    public string? Authority { get; set; }

    [BindProperty]
    public Urgency? Urgency { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var rule = string.IsNullOrEmpty(Rule) ? null : Rule;
        var result = await fix.RunAsync(Actor, new(DirectiveId, SeenRevision, rule, null, Text, Authority, Urgency), Aborted);
        return await EndAsync(result, mended => $"/directives/{mended.Id}/draft", "Findings.Fixed");
    }
}
