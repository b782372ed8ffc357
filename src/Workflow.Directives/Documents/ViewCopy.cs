using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Signing;

namespace Workflow.Directives.Documents;

/// <summary>What a copy for reading shows of a directive.</summary>
/// <param name="Directive">The directive.</param>
/// <param name="Revision">The text.</param>
/// <param name="Number">Its number, once given.</param>
/// <param name="Signature">Its signature, once given.</param>
/// <param name="Seal">Its seal, once applied.</param>
public sealed record ViewedDirective(Directive Directive, Revision Revision, RegisterNumber? Number, Signature? Signature, Seal? Seal);

/// <summary>
/// The copy that people read and print: the page as it stands, with the reader and the moment on every sheet, and on a unit's copy its
/// stamp of arrival. It is drawn anew for each reader and carries no signature; the signed original is never touched.
/// </summary>
/// <param name="press">Completes the text as the signed paper does.</param>
/// <param name="form">The office's form settings.</param>
public sealed class ViewCopy(PaperPress press, FormSettings form)
{
    // Printed words of the document itself, which stays Vietnamese in either language of the pages.
    private const string SignedNote = "(\u0110\u00e3 k\u00fd)";
    private const string SealedNote = "(\u0110\u00e3 \u0111\u00f3ng d\u1ea5u)";

    /// <summary>Draws the copy.</summary>
    /// <param name="viewed">What is shown.</param>
    /// <param name="reader">Who reads, of which unit.</param>
    /// <param name="arrival">The unit's stamp of arrival, or null.</param>
    /// <param name="now">Now, UTC.</param>
    /// <returns>A PDF.</returns>
    public byte[] Draw(ViewedDirective viewed, (string Name, string Unit) reader, ArrivalStamp? arrival, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(viewed);
        var (directive, revision, number, signature, seal) = viewed;
        var document = press.Complete(DocumentReader.Read(revision.Text), directive);
        if (signature is not null)
        {
            document = document with { Signature = new SignatureBlock(signature.Authority, signature.Position, signature.SignerName) };
        }

        var day = WorkingCalendar.LocalDate(signature?.At ?? now);
        var inWork = directive.State is DirectiveState.Draft or DirectiveState.InReview or DirectiveState.Returned;
        return DirectivePdf.Write(document, FormProfiles.For(document with { Date = null }, day, form), new PdfOptions
        {
            Id = directive.Id,
            CreatedAt = now,
            NumberAndDate = number is null ? null : new AssignedNumber(number.Symbol, number.Date),
            DraftMark = inWork,
            SignedNote = signature is null ? null : SignedNote,
            SealNote = seal is null ? null : SealedNote,
            ArrivalStamp = arrival,
            ViewMark = new Watermark(reader.Name, reader.Unit, WorkingCalendar.ToVietnam(now)),
        });
    }
}
