using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Acknowledgment;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>A unit refuses through its link.</summary>
internal sealed class LinkRefusalModel(RefuseDelivery refuse) : ReceiptPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        Remember();
        return await EndAsync(await refuse.ByLinkAsync(Token, new(Name, Position, Reason), Aborted), _ => $"/a/{Token}", "Receipt.RefusedDone");
    }
}
