using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Web.Pages.Signing;

namespace Workflow.Web.Api;

/// <summary>What a signer is shown before signing, and the signed papers.</summary>
internal static class SigningApi
{
    private const string Pdf = "application/pdf";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/work-items/{id:guid}/signing", async (Guid id, ToBeSigned shown, Caller caller, CancellationToken ct) =>
            Answer.Ok(await shown.OfAsync(await caller.ActorAsync(ct), id, ct), one => new
            {
                one.Revision,
                SeenHash = one.ContentHash,
                SeenPaper = one.Paper.Hash,
                one.Block.Authority,
                one.Block.Position,
                one.Block.Name,
                Certificate = one.Certificate is { } certificate ? new { certificate.Subject, certificate.Thumbprint, certificate.NotAfter } : null,
            })).WithTags("Work items").WithSummary("What you would sign: revision, content hash, SHA-256 of the PDF, capacity, certificate.");
        api.MapGet("/work-items/{id:guid}/paper", async (Guid id, ToBeSigned shown, Caller caller, CancellationToken ct) =>
        {
            var found = await shown.OfAsync(await caller.ActorAsync(ct), id, ct);
            return found.Refusal is { } refusal ? Answer.Refused(refusal) : Results.Bytes(found.Value.Paper.Bytes, Pdf);
        }).WithTags("Work items").WithSummary("The PDF you would sign, byte for byte.");
        api.MapGet("/directives/{id:guid}/paper", PaperAsync).WithTags("Directives").WithSummary("The signed and sealed PDF, byte for byte.");
    }

    // Who may see the directive may have its original; what is sealed is meant to be shown.
    private static async Task<IResult> PaperAsync(Guid id, WorkflowDb db, FileStore files, Caller caller, CancellationToken ct) =>
        await db.FindDirectiveAsync(await caller.ActorAsync(ct), id, ct) is not null && await db.FinalPaperAsync(id, ct) is { } paper
            ? Results.Bytes(await files.ReadAsync(paper.Hash, ct), Pdf)
            : Answer.Refused(Refusals.NotVisible);
}
