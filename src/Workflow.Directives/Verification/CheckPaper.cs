using Workflow.Directives.Data;
using Workflow.Directives.Signing;
using Workflow.Directives.Signing.Certificates;

namespace Workflow.Directives.Verification;

/// <summary>Sees that a directive's final paper is whole and that both signatures on it count, as anybody outside would: nothing is issued otherwise.</summary>
/// <param name="db">The store.</param>
/// <param name="files">The papers.</param>
/// <param name="time">The clock.</param>
public sealed class CheckPaper(WorkflowDb db, FileStore files, TimeProvider time)
{
    private const int Signatures = 2;

    /// <summary>Checks it.</summary>
    /// <param name="directiveId">The directive.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when all is well; otherwise why it cannot go out.</returns>
    public async Task<Refusal?> RefuseAsync(Guid directiveId, CancellationToken ct)
    {
        if (await db.FinalPaperAsync(directiveId, ct) is not { } paper)
        {
            return VerificationRefusals.NoPaper;
        }

        byte[] pdf;
        try
        {
            pdf = await files.ReadAsync(paper.Hash, ct);
        }
        catch (DamagedFileException damaged)
        {
            return VerificationRefusals.PaperUnfit(damaged.Message, damaged.Message);
        }

        var verified = FileVerification.Verify(pdf, await OfficeTrust.ReadAsync(db, ct), time.GetUtcNow().UtcDateTime, paper.At);
        if (verified.Verdict == FileVerdict.Valid && verified.Signatures.Count == Signatures)
        {
            return null;
        }

        var finding = verified.Findings.Concat(verified.Signatures.SelectMany(one => one.Findings)).FirstOrDefault();
        return VerificationRefusals.PaperUnfit(finding?.Vietnamese ?? "thiếu chữ ký", finding?.English ?? "a signature is missing");
    }
}
