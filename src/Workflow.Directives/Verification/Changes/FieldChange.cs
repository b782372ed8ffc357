using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Verification.Changes;

/// <summary>Whether a form field was changed as the signature before allows: a blank line filled once, or an empty place signed.</summary>
internal static class FieldChange
{
    private const int ReadOnly = 1;

    private static readonly string[] FilledKeys = ["V", "AP", "Ff"];

    private static readonly string[] SignedKeys = ["V", "AP", "Lock"];

    /// <summary>Judges a change.</summary>
    /// <param name="old">The field before.</param>
    /// <param name="changed">The field after.</param>
    /// <param name="revision">The revision that changed it.</param>
    /// <param name="locked">Whether nothing may be changed any more.</param>
    /// <returns>What is wrong, or null.</returns>
    public static FileFinding? Judge(PdfField old, PdfDictionary changed, PdfRevision revision, bool locked)
    {
        if (old.Type == "Sig")
        {
            return old.Dictionary["V"] is not (null or PdfKeyword) ? ChangeFindings.SignatureChanged(old.Name)
                : locked || !SameBut(old.Dictionary, changed, SignedKeys) || !IsSignature(changed, revision) ? ChangeFindings.Field(old.Name)
                : null;
        }

        var isReserved = old.Type == "Tx" && old.Name is DirectiveFields.Number or DirectiveFields.PlaceDate;
        return isReserved && !locked && SameBut(old.Dictionary, changed, FilledKeys) && IsFilled(old.Dictionary, changed, revision)
            ? null
            : ChangeFindings.Field(old.Name);
    }

    private static bool IsFilled(PdfDictionary old, PdfDictionary changed, PdfRevision revision)
    {
        var flags = Flags(old);
        return (flags & ReadOnly) == 0 && Flags(changed) == (flags | ReadOnly)
            && old["V"] is PdfBytes blank && changed["V"] is PdfBytes line && BlankLine.IsFilledBy(blank.AsText(), line.AsText())
            && IsDrawnInside(changed, revision);
    }

    private static bool IsSignature(PdfDictionary changed, PdfRevision revision) =>
        revision.Dictionary(changed["V"])?["Contents"] is PdfBytes && (changed["AP"] is null || IsDrawnInside(changed, revision));

    // A form XObject is clipped to its box, and the box fitted to the field (12.5.5): what is drawn cannot leave the place that was signed for it.
    private static bool IsDrawnInside(PdfDictionary changed, PdfRevision revision) =>
        revision.Dictionary(changed["AP"]) is { } appearance && appearance.All(entry => entry.Key == "N")
        && revision.Resolve(appearance["N"]) is PdfStream { Dictionary: var drawn }
        && drawn["Subtype"] is PdfName { Value: "Form" } && drawn["OC"] is null && revision.Items(drawn["BBox"]).Count == 4;

    private static int Flags(PdfDictionary field) => field["Ff"] is PdfNumber flags ? (int)flags.Value : 0;

    private static bool SameBut(PdfDictionary old, PdfDictionary changed, string[] keys)
    {
        var (was, now) = (old.Copy(), changed.Copy());
        foreach (var key in keys)
        {
            (was[key], now[key]) = (null, null);
        }

        return was.Equals(now);
    }
}
