using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Verification.Changes;

/// <summary>A change that no signature allows.</summary>
/// <param name="Revision">The revision that made it, from 0; it counts against every signature before.</param>
/// <param name="Finding">What was changed.</param>
internal sealed record FileChange(int Revision, FileFinding Finding);

/// <summary>
/// What happened to a file after its first signature. A later update leaves the signed bytes alone and can still make readers show something else
/// (shadow attacks); so each update is compared with the state before it, object by object, and everything counts as a change but filling in the
/// reserved fields, signing a reserved field, and adding proofs for later (DSS).
/// </summary>
internal static class FileChanges
{
    // Enough to understand; a file rewritten as a whole would name thousands.
    private const int MostTold = 20;

    /// <summary>The changes that are not allowed, oldest first.</summary>
    /// <param name="file">The file.</param>
    /// <param name="signatures">Its signatures, at least one.</param>
    public static IReadOnlyList<FileChange> After(PdfFile file, IReadOnlyList<FoundSignature> signatures)
    {
        var first = signatures.Min(one => one.Revision.Index);
        var changes = new List<FileChange>();
        foreach (var revision in file.Revisions.Skip(first + 1))
        {
            var locked = signatures.Any(one => one.Revision.Index < revision.Index && one.Locks);
            changes.AddRange(new RevisionComparison(file, revision, locked).Findings().Distinct().Take(MostTold)
                .Select(finding => new FileChange(revision.Index, finding)));
        }

        return changes;
    }
}
