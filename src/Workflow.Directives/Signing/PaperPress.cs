using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Signing;

/// <summary>A paper that is made but in no row yet.</summary>
/// <param name="Bytes">The PDF.</param>
/// <param name="Hash">Its SHA-256, lower-case hexadecimal.</param>
public sealed record PaperBytes(byte[] Bytes, string Hash)
{
    /// <summary>A paper with its hash.</summary>
    /// <param name="bytes">The PDF.</param>
    public static PaperBytes Of(byte[] bytes) => new(bytes, FileStore.HashOf(bytes));
}

/// <summary>
/// Makes the electronic paper, stage by stage (<see cref="PadesSigning"/> says why in this order). Drawing is a function of text, signer
/// and day alone: the file shown to the signer and the file signed are the same bytes.
/// </summary>
/// <param name="files">Where papers are kept.</param>
/// <param name="office">The office.</param>
/// <param name="form">The office's answers where the form rules leave a choice.</param>
/// <param name="timestamps">Proves the time, when an authority is configured.</param>
public sealed class PaperPress(FileStore files, OfficeSettings office, FormSettings form, TimestampClient timestamps)
{
    private const int CodeBytes = 16;

    /// <summary>The paper as its signer shall see and sign it.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="revision">The text.</param>
    /// <param name="block">Who signs, in what capacity.</param>
    /// <param name="day">The day of signing, Asia/Ho_Chi_Minh; it chooses the form profile.</param>
    public PaperBytes ToSign(Directive directive, Revision revision, SignatureBlock block, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(directive);
        ArgumentNullException.ThrowIfNull(revision);
        var document = Complete(DocumentReader.Read(revision.Text), directive) with { Signature = block, Date = null, Number = null };
        return PaperBytes.Of(DirectivePdf.Write(document, FormProfiles.For(document, day, form), new PdfOptions
        {
            Id = directive.Id,
            CreatedAt = revision.CreatedAt,
            Reserve = true,
            VerifyAddress = new Uri(office.PublicOrigin, $"verify/{CodeOf(directive.Id, revision.ContentHash)}").ToString(),
        }));
    }

    /// <summary>The paper as a person who may sign would see and sign it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="actor">Who would sign.</param>
    /// <param name="directive">The directive.</param>
    /// <param name="revision">The text.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(PaperBytes Paper, SignatureBlock Block)> ToSignAsync(
        WorkflowDb db, Actor actor, Directive directive, Revision revision, DateTime now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var block = await db.BlockAsync(actor, directive, DocumentReader.Read(revision.Text), ct);
        return (ToSign(directive, revision, block, WorkingCalendar.LocalDate(now)), block);
    }

    /// <summary>The secret part of the address in the QR code: 128 bits that nobody guesses who does not have the paper.</summary>
    /// <param name="directiveId">The directive.</param>
    /// <param name="contentHash">The text signed.</param>
    public static string CodeOf(Guid directiveId, string contentHash) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"verify/{directiveId:D}/{contentHash}")).AsSpan(0, CodeBytes));

    /// <summary>What the text leaves to the office: issuer, place, symbol.</summary>
    internal DirectiveDocument Complete(DirectiveDocument document, Directive directive) => document with
    {
        Issuer = document.Issuer ?? office.Issuer,
        Place = document.Place ?? office.Place,
        Symbol = $"{directive.TypeCode}/{office.OrganSymbol}",
    };

    /// <summary>Signs the paper that was shown.</summary>
    /// <param name="shown">It.</param>
    /// <param name="signature">The row of the signature.</param>
    /// <param name="signer">The signer's open key.</param>
    /// <param name="picture">The signer's picture, or null.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The paper, kept in the file store, or why there is no timestamp.</returns>
    public async Task<Result<Paper>> SignAsync(PaperBytes shown, Signature signature, ISigner signer, PngPicture? picture, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(signature);
        var (width, height) = FormFields.SizeOf(shown.Bytes, DirectiveFields.Signer);
        var details = new SigningDetails(
            signature.SignerName, $"{signature.Authority}, {signature.Position}", office.Place, signature.At, SignatureReach.FillAndSign);
        var signed = await PadesSigning.SignAsync(
            shown.Bytes, DirectiveFields.Signer,
            objects => SignatureAppearance.Draw(objects, width, height, signature.SignerName, picture, signature.At),
            signer, details, timestamps.Asked, ct);
        return signed.Refusal is { } refusal ? refusal : await KeepAsync(signed.Value, signature, PaperStage.Signed, signature.At, ct);
    }

    /// <summary>Fills in number and date.</summary>
    /// <param name="paper">The signed paper.</param>
    /// <param name="signature">The signature on it.</param>
    /// <param name="directive">The directive.</param>
    /// <param name="revision">The text signed.</param>
    /// <param name="number">Number and date.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Paper> NumberAsync(
        Paper paper, Signature signature, Directive directive, Revision revision, RegisterNumber number, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(number);
        var pdf = await files.ReadAsync(paper.Hash, ct);
        var document = Complete(DocumentReader.Read(revision.Text), directive);
        var profile = FormProfiles.For(document with { Date = null }, WorkingCalendar.LocalDate(signature.At), form);
        var (numberSize, dateSize) = (FormFields.SizeOf(pdf, DirectiveFields.Number), FormFields.SizeOf(pdf, DirectiveFields.PlaceDate));
        var numberLine = FieldAppearances.NumberText(number.Symbol, null);
        var dateLine = FieldAppearances.PlaceDateText(document.Place!, number.Date);
        var filled = FieldFilling.Fill(pdf,
        [
            (DirectiveFields.Number, numberLine, objects => FieldAppearances.Number(objects, profile, numberSize.Width, numberSize.Height, numberLine)),
            (DirectiveFields.PlaceDate, dateLine, objects => FieldAppearances.PlaceDate(objects, profile, dateSize.Width, dateSize.Height, dateLine)),
        ]);
        return await KeepAsync(filled, signature, PaperStage.Numbered, number.TakenAt, ct);
    }

    /// <summary>Seals the numbered paper; nothing may change after it.</summary>
    /// <param name="paper">The numbered paper.</param>
    /// <param name="signature">The signature on it.</param>
    /// <param name="signer">The organ's open key.</param>
    /// <param name="picture">The organ's picture, or null.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The paper, kept in the file store, or why there is no timestamp.</returns>
    public async Task<Result<Paper>> SealAsync(Paper paper, Signature signature, ISigner signer, PngPicture? picture, DateTime at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(signature);
        var pdf = await files.ReadAsync(paper.Hash, ct);
        var (width, height) = FormFields.SizeOf(pdf, DirectiveFields.Seal);
        var details = new SigningDetails(office.Issuer, "Đóng dấu cơ quan", office.Place, at, SignatureReach.Nothing);
        var signed = await PadesSigning.SignAsync(
            pdf, DirectiveFields.Seal, objects => SealAppearance.Draw(objects, width, height, office.Issuer, picture), signer, details, timestamps.Asked, ct);
        return signed.Refusal is { } refusal ? refusal : await KeepAsync(signed.Value, signature, PaperStage.Sealed, at, ct);
    }

    private async Task<Paper> KeepAsync(byte[] pdf, Signature signature, PaperStage stage, DateTime at, CancellationToken ct) => new()
    {
        Id = Guid.CreateVersion7(at),
        DirectiveId = signature.DirectiveId,
        SignatureId = signature.Id,
        Stage = stage,
        Hash = await files.KeepAsync(pdf, ct),
        Length = pdf.Length,
        Code = CodeOf(signature.DirectiveId, signature.ContentHash),
        At = at,
    };
}
