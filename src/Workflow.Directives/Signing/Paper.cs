using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Signing;

/// <summary>How far the electronic paper is.</summary>
public enum PaperStage
{
    /// <summary>Signed by the authority; number and date still blank.</summary>
    Signed,

    /// <summary>Number and date filled in by the registry.</summary>
    Numbered,

    /// <summary>Sealed by the organ: final.</summary>
    Sealed,
}

/// <summary>
/// The electronic paper of a directive at one stage: a PDF in the file store. Each stage is the one before with something appended, so
/// that earlier signatures stay valid; a stage is made once.
/// </summary>
public sealed class Paper
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of which directive.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>The signature it carries.</summary>
    public required Guid SignatureId { get; init; }

    /// <summary>How far it is.</summary>
    public required PaperStage Stage { get; init; }

    /// <summary>Name in the file store: SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Length in bytes.</summary>
    public required int Length { get; init; }

    /// <summary>The secret part of the address in the QR code; the same at every stage.</summary>
    public required string Code { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime At { get; init; }
}

internal sealed class PaperTable : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> builder)
    {
        builder.ToTable("Papers");
        builder.HasIndex(paper => new { paper.SignatureId, paper.Stage }).IsUnique();
        builder.HasIndex(paper => paper.DirectiveId);
        builder.HasIndex(paper => paper.Hash);
        builder.HasIndex(paper => paper.Code);
    }
}
