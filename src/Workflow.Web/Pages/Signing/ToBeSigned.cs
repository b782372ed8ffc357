using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Work;

namespace Workflow.Web.Pages.Signing;

/// <summary>What somebody would sign at this moment.</summary>
/// <param name="Revision">Number of the text.</param>
/// <param name="ContentHash">Hash of the text.</param>
/// <param name="Paper">The PDF.</param>
/// <param name="Block">In what capacity.</param>
/// <param name="Certificate">With which certificate; null: none is registered, so it cannot be signed.</param>
internal sealed record Offered(int Revision, string ContentHash, PaperBytes Paper, SignatureBlock Block, SigningCertificate? Certificate);

/// <summary>Finds what a signature task would sign, for the page, the API and the file.</summary>
internal sealed class ToBeSigned(WorkflowDb db, PaperPress press, OpenSigningKey keys, TimeProvider time)
{
    public async Task<Result<Offered>> OfAsync(Actor actor, Guid itemId, CancellationToken ct)
    {
        var item = await db.Set<WorkItem>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == itemId && one.Kind == SignStep.Kind && one.CompletedAt == null && one.WithdrawnAt == null, ct);
        if (item is null || await db.DirectivesSeenBy(actor).AsNoTracking().SingleOrDefaultAsync(one => one.Id == item.DirectiveId, ct) is not { } directive)
        {
            return Refusals.NotVisible;
        }

        if (SignStep.Refuse(actor, item, directive) is { } never)
        {
            return never;
        }

        var revision = await db.Set<Revision>().AsNoTracking().SingleAsync(one => one.DirectiveId == directive.Id && one.No == directive.RevisionNo, ct);
        var (paper, block) = await press.ToSignAsync(db, actor, directive, revision, time.GetUtcNow().UtcDateTime, ct);
        var certificate = await keys.FindAsync(actor.PersonId, ct);
        return new Offered(revision.No, revision.ContentHash, paper, block, certificate.Done ? certificate.Value : null);
    }
}
