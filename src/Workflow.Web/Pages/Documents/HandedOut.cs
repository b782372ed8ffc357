using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Evidence;
using Workflow.Directives.Numbering;
using Workflow.Directives.Signing;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Documents;

/// <summary>Files as they are handed out.</summary>
internal static class HandedOut
{
    private const string Pdf = "application/pdf";

    /// <summary>A copy to look at in the browser.</summary>
    public static IActionResult Shown(this VisitedPage page, byte[] pdf) => page.File(pdf, Pdf);

    /// <summary>The signed original, byte for byte, as a file to keep.</summary>
    public static async Task<IActionResult> OriginalAsync(this VisitedPage page, WorkflowDb db, FileStore files, Guid directiveId)
    {
        var aborted = page.HttpContext.RequestAborted;
        var number = await db.Set<RegisterNumber>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == directiveId && one.VoidedAt == null, aborted);
        if (number is null || await db.FinalPaperAsync(directiveId, aborted) is not { } paper)
        {
            return page.Missing();
        }

        return page.File(await files.ReadAsync(paper.Hash, aborted), Pdf, FileNames.Of(number.Symbol) + ".pdf");
    }

    /// <summary>A pack of evidence as a file to keep.</summary>
    public static IActionResult Pack(this VisitedPage page, Result<EvidenceFile> pack)
    {
        if (!pack.Done)
        {
            return page.Missing();
        }

        return page.File(pack.Value.Content, "application/zip", pack.Value.Name);
    }
}
