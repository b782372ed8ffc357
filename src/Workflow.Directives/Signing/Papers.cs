using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;

namespace Workflow.Directives.Signing;

/// <summary>Finds the electronic papers of a directive.</summary>
public static class Papers
{
    /// <summary>The paper of the signature that counts, at one stage.</summary>
    /// <param name="db">The store.</param>
    /// <param name="directiveId">The directive.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The paper, or null while it has not come so far.</returns>
    public static Task<Paper?> PaperAsync(this WorkflowDb db, Guid directiveId, PaperStage stage, CancellationToken ct) =>
        db.Set<Paper>().AsNoTracking().SingleOrDefaultAsync(
            paper => paper.DirectiveId == directiveId && paper.Stage == stage
                && db.Set<Signature>().Any(signature => signature.Id == paper.SignatureId && signature.VoidedAt == null),
            ct);

    /// <summary>The signed, numbered and sealed paper: the original that is handed out.</summary>
    /// <param name="db">The store.</param>
    /// <param name="directiveId">The directive.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<Paper?> FinalPaperAsync(this WorkflowDb db, Guid directiveId, CancellationToken ct) =>
        db.PaperAsync(directiveId, PaperStage.Sealed, ct);
}
