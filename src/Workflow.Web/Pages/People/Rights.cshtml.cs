using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.People;

/// <summary>The table of rights as it is in force.</summary>
internal sealed class RightsModel : VisitedPage
{
    public static IReadOnlyList<Role> Roles { get; } = Enum.GetValues<Role>();

    public static RightsTable Table => RightsTable.Current;

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override Task<bool> ShowAsync() => Task.FromResult(true);

    /// <summary>What a grant holds for, in words.</summary>
    public string Words(Grant grant) => string.Join(", ", Enum.GetValues<Relation>()
        .Where(relation => relation != Relation.None && grant.Of.HasFlag(relation)).Select(relation => Visit.Say("Relation." + relation)));
}
