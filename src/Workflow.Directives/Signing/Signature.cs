using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Signing;

/// <summary>The signer's decision on one exact content, in a capacity (HD 05: T/M for the committee, T/L by order).</summary>
public sealed class Signature
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of which directive.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>The work item it completes.</summary>
    public required Guid WorkItemId { get; init; }

    /// <summary>Who signed.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>In whose stead, by a delegation; null in his own right. What is printed is always the signer's own capacity.</summary>
    public Guid? ActingFor { get; init; }

    /// <summary>Name as printed under the text.</summary>
    public required string SignerName { get; init; }

    /// <summary>Authority as printed, e.g. <c>T/M BAN THƯỜNG VỤ</c>.</summary>
    public required string Authority { get; init; }

    /// <summary>Position as printed, e.g. <c>PHÓ BÍ THƯ</c>.</summary>
    public required string Position { get; init; }

    /// <summary>Revision signed.</summary>
    public required int RevisionNo { get; init; }

    /// <summary>Content hash signed.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 of the signer's certificate, lower-case hexadecimal.</summary>
    public required string Certificate { get; init; }

    /// <summary>When.</summary>
    public required DateTime At { get; init; }

    /// <summary>When the registry refused to number it and it went back; null while it counts.</summary>
    public DateTime? VoidedAt { get; set; }
}

internal sealed class SignatureTable : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> builder)
    {
        builder.ToTable("Signatures");
        builder.HasIndex(signature => signature.WorkItemId).IsUnique();
        builder.HasIndex(signature => signature.DirectiveId).IsUnique().HasFilter("\"VoidedAt\" IS NULL");
    }
}
