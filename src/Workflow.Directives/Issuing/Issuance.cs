using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Issuing;

/// <summary>The organ's seal on a signed and numbered document (NĐ 30/2020 art. 32–33).</summary>
public sealed class Seal
{
    /// <summary>Key: the directive; one seal each.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>Clerk who applied it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Content hash sealed.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 of the organ's certificate, lower-case hexadecimal.</summary>
    public required string Certificate { get; init; }

    /// <summary>When.</summary>
    public required DateTime At { get; init; }
}

/// <summary>The act of sending a directive out, once, to a frozen list.</summary>
public sealed class Issuance
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The directive; issued once.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>Registry clerk who issued it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Content hash issued.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 over the frozen list of unit ids in order; a later change of the directory never alters it.</summary>
    public required string RecipientsHash { get; init; }

    /// <summary>When every unit must have acknowledged, UTC.</summary>
    public required DateTime AcknowledgeBy { get; init; }
}

internal sealed class IssuingTables : IEntityTypeConfiguration<Seal>, IEntityTypeConfiguration<Issuance>
{
    public void Configure(EntityTypeBuilder<Seal> builder)
    {
        builder.ToTable("Seals");
        builder.HasKey(seal => seal.DirectiveId);
    }

    public void Configure(EntityTypeBuilder<Issuance> builder)
    {
        builder.ToTable("Issuances");
        builder.HasIndex(issuance => issuance.DirectiveId).IsUnique();
    }
}
