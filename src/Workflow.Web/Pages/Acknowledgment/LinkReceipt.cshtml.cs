using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Acknowledgment;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>A unit acknowledges through its link.</summary>
internal sealed class LinkReceiptModel(AcknowledgeDelivery acknowledge) : ReceiptPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        Remember();
        return await EndAsync(await acknowledge.ByLinkAsync(Token, new(Name, Position, ArrivalNumber), Aborted), _ => $"/a/{Token}", "Receipt.Done");
    }
}
