using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Recall;
using Workflow.Directives.Signing;

namespace Workflow.Directives.Verification;

/// <summary>What the register says of a paper.</summary>
public enum Standing
{
    /// <summary>The register does not know it.</summary>
    Unknown,

    /// <summary>It is signed here, but not issued (yet).</summary>
    NotIssued,

    /// <summary>It is the issued original, and stands.</summary>
    Stands,

    /// <summary>It was recalled.</summary>
    Recalled,

    /// <summary>It was recalled, and another document took its place.</summary>
    Replaced,

    /// <summary>Its number was voided before it was issued.</summary>
    Voided,
}

/// <summary>What strangers are told of a paper: nothing of its text, not even the subject.</summary>
/// <param name="Standing">Where it stands.</param>
public sealed record DocumentStanding(Standing Standing)
{
    /// <summary>Number and symbol.</summary>
    public string? Number { get; init; }

    /// <summary>Date printed on it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Name of its type, Vietnamese.</summary>
    public string? TypeName { get; init; }

    /// <summary>Who signed it, in what capacity.</summary>
    public Signature? Signature { get; init; }

    /// <summary>When it was sealed, UTC.</summary>
    public DateTime? SealedAt { get; init; }

    /// <summary>When it was issued, UTC.</summary>
    public DateTime? IssuedAt { get; init; }

    /// <summary>SHA-256 of the sealed original, lower-case hexadecimal; null before it is sealed.</summary>
    public string? OriginalHash { get; init; }

    /// <summary>How far the very file is that was asked about; null when it was asked by code.</summary>
    public PaperStage? Stage { get; init; }

    /// <summary>Since when this office has held the very file that was asked about, UTC: proof that its signatures are no younger; null when asked by code.</summary>
    public DateTime? HeldSince { get; init; }

    /// <summary>Number of the document in its place.</summary>
    public string? Replacement { get; init; }
}

/// <summary>Looks a paper up in the register, by the code of its QR picture or by the hash of a file.</summary>
/// <param name="db">The store.</param>
public sealed class FindStanding(WorkflowDb db)
{
    private static readonly DocumentStanding Unknown = new(Standing.Unknown);

    /// <summary>By the secret part of the address in the QR code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DocumentStanding> ByCodeAsync(string code, CancellationToken ct) =>
        await db.Set<Paper>().AsNoTracking().Where(one => one.Code == code).OrderByDescending(one => one.At).FirstOrDefaultAsync(ct) is { } paper
            ? await OfAsync(paper, null, ct)
            : Unknown;

    /// <summary>By the bytes of a file.</summary>
    /// <param name="sha256">SHA-256 of the file, lower-case hexadecimal.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DocumentStanding> ByHashAsync(string sha256, CancellationToken ct) =>
        await db.Set<Paper>().AsNoTracking().FirstOrDefaultAsync(one => one.Hash == sha256, ct) is { } paper
            ? (await OfAsync(paper, paper.Stage, ct)) with { HeldSince = paper.At }
            : Unknown;

    private async Task<DocumentStanding> OfAsync(Paper paper, PaperStage? stage, CancellationToken ct)
    {
        var directive = await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.Id == paper.DirectiveId, ct);
        var number = await db.Set<RegisterNumber>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == directive.Id, ct);
        var signature = await db.Set<Signature>().AsNoTracking().SingleAsync(one => one.Id == paper.SignatureId, ct);
        var original = await db.FinalPaperAsync(directive.Id, ct);
        var replacement = await db.ReplacementOfAsync(directive.Id, ct);
        return new DocumentStanding(Of(directive, number, signature, replacement))
        {
            Number = number?.Symbol,
            Date = number?.Date,
            TypeName = DocumentTypes.All.FirstOrDefault(one => one.Code == directive.TypeCode)?.Name,
            Signature = signature,
            SealedAt = original?.At,
            IssuedAt = await db.Set<Issuance>().Where(one => one.DirectiveId == directive.Id).Select(one => (DateTime?)one.At).SingleOrDefaultAsync(ct),
            OriginalHash = original?.Hash,
            Stage = stage,
            Replacement = replacement,
        };
    }

    private static Standing Of(Directive directive, RegisterNumber? number, Signature signature, string? replacement) => directive.State switch
    {
        _ when signature.VoidedAt is not null => Standing.NotIssued,
        _ when number?.VoidedAt is not null => Standing.Voided,
        DirectiveState.Issued or DirectiveState.Closed => Standing.Stands,
        DirectiveState.Recalled => replacement is null ? Standing.Recalled : Standing.Replaced,
        _ => Standing.NotIssued,
    };
}
