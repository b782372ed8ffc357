using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Evidence;
using Workflow.Web.Pages.Documents;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>What a unit takes of its copy as a file: a copy to read with its stamp of arrival, the signed original, the evidence of its receipt.</summary>
/// <param name="copies">Draws copies.</param>
/// <param name="files">The papers.</param>
/// <param name="evidence">Packs evidence.</param>
internal sealed class CopyFiles(ViewCopy copies, FileStore files, EvidencePack evidence)
{
    /// <summary>The file, or "no such thing".</summary>
    /// <param name="page">The page that is asked.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="copy">The unit's copy.</param>
    /// <param name="file">document.pdf, signed.pdf or evidence.zip.</param>
    /// <param name="reader">Who reads, as far as is known.</param>
    public async Task<IActionResult> OfAsync(VisitedPage page, Visit visit, ReceivedCopy copy, string file, string reader) => file switch
    {
        "document.pdf" => page.Shown(copies.Draw(
            new ViewedDirective(copy.Directive, copy.Revision, copy.Number, copy.Signature, copy.Seal), (reader, copy.Delivery.UnitName), StampOf(copy), visit.Now)),
        "signed.pdf" => await page.OriginalAsync(visit.Db, files, copy.Directive.Id),
        "evidence.zip" => page.Pack(await evidence.OfDeliveryAsync(copy.Delivery.Id, page.HttpContext.RequestAborted)),
        _ => page.Missing(),
    };

    // The stamp ĐẾN of the receiving office (NĐ 30/2020 annex IV): number and date of arrival; whom it goes to is written by hand.
    private static ArrivalStamp? StampOf(ReceivedCopy copy) => copy.Receipt is { } receipt
        ? new ArrivalStamp(receipt.ArrivalNumber, WorkingCalendar.LocalDate(receipt.At), null, copy.Delivery.UnitName, 0)
        : null;
}
