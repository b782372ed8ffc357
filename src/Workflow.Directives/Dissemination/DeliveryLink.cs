using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;

namespace Workflow.Directives.Dissemination;

/// <summary>A link in a message to a unit. Each message has a secret of its own; only its hash is kept.</summary>
public sealed class DeliveryLink
{
    /// <summary>Key: SHA-256 of the secret, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The delivery it opens.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>Purpose of the message it stands in.</summary>
    public required string Purpose { get; init; }

    /// <summary>Which secret of that message, from 1.</summary>
    public required int Generation { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>From when it opens nothing, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When the registry took it back; null while it holds.</summary>
    public DateTime? RevokedAt { get; set; }
}

/// <summary>Opens links.</summary>
public static class DeliveryLinks
{
    /// <summary>The delivery a link opens.</summary>
    /// <param name="db">The store.</param>
    /// <param name="token">What came in the link.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The delivery's id; not visible when there is no such link, gone when it no longer holds.</returns>
    public static async Task<Result<Guid>> FindLinkAsync(this WorkflowDb db, string? token, DateTime now, CancellationToken ct)
    {
        if (!LinkToken.LooksRight(token))
        {
            return Refusals.NotVisible;
        }

        // By the hash: how long the look-up takes says nothing about the secret.
        var hash = LinkToken.Hash(token!);
        return await db.Set<DeliveryLink>().AsNoTracking().SingleOrDefaultAsync(link => link.Hash == hash, ct) switch
        {
            null => Refusals.NotVisible,
            { } link when link.RevokedAt is not null || link.ExpiresAt <= now => DisseminationRefusals.LinkEnded,
            { } link => link.DeliveryId,
        };
    }
}

internal sealed class DeliveryLinkTable : IEntityTypeConfiguration<DeliveryLink>
{
    public void Configure(EntityTypeBuilder<DeliveryLink> builder)
    {
        builder.ToTable("DeliveryLinks");
        builder.HasKey(link => link.Hash);
        builder.Property(link => link.Purpose).HasMaxLength(40);
        builder.HasIndex(link => new { link.DeliveryId, link.Purpose, link.Generation }).IsUnique();
        builder.HasOne<Delivery>().WithMany().HasForeignKey(link => link.DeliveryId);
    }
}
