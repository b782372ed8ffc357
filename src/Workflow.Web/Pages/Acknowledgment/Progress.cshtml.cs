using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Dissemination;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>The unit tells how far it is.</summary>
internal sealed class ProgressModel(ReportHandling report) : IncomingPage
{
    [BindProperty]
    public DeliveryStatus Status { get; set; }

    public async Task<IActionResult> OnPostAsync() =>
        await EndAsync(await report.RunAsync(Actor, DeliveryId, Status, Aborted), _ => Here, "Inbox.ProgressDone");
}
