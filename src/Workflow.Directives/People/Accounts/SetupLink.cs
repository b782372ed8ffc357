using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.People.Accounts;

/// <summary>The link with which the first administrator of an installation lets himself in. Only its hash is kept.</summary>
public sealed class SetupLink
{
    /// <summary>Minutes a link works.</summary>
    public const int Minutes = 30;

    /// <summary>Key: SHA-256 of the secret in the link, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>When it stops working, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used, UTC; null while it works.</summary>
    public DateTime? UsedAt { get; set; }
}

internal sealed class SetupLinkTable : IEntityTypeConfiguration<SetupLink>
{
    public void Configure(EntityTypeBuilder<SetupLink> builder)
    {
        builder.ToTable("SetupLinks");
        builder.HasKey(link => link.Hash);

        // Of two uses at the same moment one comes too late.
        builder.Property(link => link.UsedAt).IsConcurrencyToken();
    }
}
