using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Signing;

namespace Workflow.Web.Pages.Documents;

/// <summary>The page of a directive as it stands: number and date once given, signed and sealed once it is.</summary>
internal static class PageHtml
{
    // Printed words of the document itself, which stays Vietnamese in either language of the pages.
    internal const string SignedNote = "(\u0110\u00e3 k\u00fd)";
    private const string SealedNote = "(\u0110\u00e3 \u0111\u00f3ng d\u1ea5u)";

    public static string OfDraft(DirectiveDocument document) => PagePreview.Html(document, new PreviewOptions { DraftMark = true, ReadingMode = true });

    public static string Of(DirectiveDocument document, DirectiveState state, RegisterNumber? number, Signature? signature, Seal? seal) =>
        PagePreview.Html(Signed(document, signature), new PreviewOptions
        {
            NumberAndDate = number is null ? null : new AssignedNumber(number.Symbol, number.Date),
            SignatureNote = signature is null ? null : SignedNote,
            SealNote = seal is null ? null : SealedNote,
            DraftMark = state is DirectiveState.Draft or DirectiveState.InReview or DirectiveState.Returned,
            ReadingMode = true,
        });

    /// <summary>The document with the signature it got: a draft often leaves the name to whoever will sign.</summary>
    internal static DirectiveDocument Signed(DirectiveDocument document, Signature? signature) => signature is null
        ? document
        : document with { Signature = new SignatureBlock(signature.Authority, signature.Position, signature.SignerName) };
}
