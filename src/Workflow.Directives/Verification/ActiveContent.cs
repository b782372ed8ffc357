using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;
using Workflow.Directives.Verification.Changes;

namespace Workflow.Directives.Verification;

/// <summary>What makes a file show other things at other times, without one byte of it changing: scripts, layers, dynamic forms.</summary>
internal static class ActiveContent
{
    private static readonly HashSet<string> Keys = ["JS", "OCProperties", "XFA", "RichMedia"];

    private static readonly HashSet<string> Actions = ["JavaScript", "Launch", "Hide", "SetOCGState"];

    /// <summary>Whether a revision holds any.</summary>
    public static bool In(PdfRevision revision)
    {
        var found = false;
        ObjectWalk.From(revision, [revision.Trailer], _ => true, dictionary => found |= IsActive(dictionary));
        return found;
    }

    private static bool IsActive(PdfDictionary dictionary) =>
        (dictionary["S"] is PdfName action && Actions.Contains(action.Value)) || dictionary.Any(entry => Keys.Contains(entry.Key));
}
